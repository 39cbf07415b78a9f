import type { Product } from '../brand/catalogue.ts';
import type { Person } from './person.ts';

/** What has happened to a person so far in the play. */
export interface Life {
  readonly person: Person;
  registered: boolean;
  /** Where the member is logged in. */
  loggedIn: { miniProgram: boolean; app: boolean };
  /** The mini program has stated the openid; the till has stated card and phone; the guide is in WeCom. */
  known: { miniProgram: boolean; pos: boolean; wecom: boolean };
  /** Installs of the mini program so far: a new phone brings a new visitor number. */
  installs: number;
  cart: Product | null;
  orders: number;
}

export const newLife = (person: Person): Life => ({
  person,
  registered: false,
  loggedIn: { miniProgram: false, app: false },
  known: { miniProgram: false, pos: false, wecom: false },
  installs: 0,
  cart: null,
  orders: 0,
});
