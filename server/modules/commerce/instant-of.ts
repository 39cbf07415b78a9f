/** A stated instant as PostgreSQL shall get it: one spelling, whatever offset the source wrote. */
export const instantOf = (stated: string | undefined): Date | null =>
  stated === undefined ? null : new Date(stated);
