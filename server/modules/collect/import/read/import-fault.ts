/** Why a file cannot be imported at all, as a sentence in both languages. */
export class ImportFault extends Error {
  readonly zh: string;
  constructor(en: string, zh: string) {
    super(en);
    this.name = 'ImportFault';
    this.zh = zh;
  }
}
