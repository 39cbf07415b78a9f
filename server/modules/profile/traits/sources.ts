/** ClickHouse table of traits that are not personal: name, identity_id, person, text, number, at. */
export const traitSource = 'profile_trait';
