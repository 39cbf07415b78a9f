/** When and where a rule is asked: windows end at `asOf`, and its days are those of `zone`. */
export interface Moment {
  /** Milliseconds since 1970. Events after it do not exist yet. */
  readonly asOf: number;
  /** IANA name, such as `Asia/Shanghai`. */
  readonly zone: string;
}
