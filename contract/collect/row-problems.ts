interface RowProblemText {
  readonly en: string;
  readonly zh: string;
  readonly mendEn: string;
  readonly mendZh: string;
}

/** Every reason for which a row is refused, with how to mend it. `{column}` and `{value}` are filled in. */
export const rowProblems = {
  value_missing: {
    en: '{column} is empty but needed',
    zh: '{column} 不能为空',
    mendEn: 'Fill the cell, or map another column.',
    mendZh: '请补全该单元格，或改为映射其他列。',
  },
  number_invalid: {
    en: '{column}: “{value}” is not a number',
    zh: '{column}：“{value}”不是数字',
    mendEn: 'Write digits with an optional decimal point.',
    mendZh: '请填写数字，可含小数点。',
  },
  time_invalid: {
    en: '{column}: “{value}” is not a date or time',
    zh: '{column}：“{value}”不是日期或时间',
    mendEn: 'Write it like 2026-11-22 18:30:00, or choose the order of day and month.',
    mendZh: '请写成 2026-11-22 18:30:00，或在映射中选择日期顺序。',
  },
  boolean_invalid: {
    en: '{column}: “{value}” is neither yes nor no',
    zh: '{column}：“{value}”既不是“是”也不是“否”',
    mendEn: 'Write yes/no, true/false or 1/0, or map the value.',
    mendZh: '请填写 是/否、true/false 或 1/0，或设置取值对照。',
  },
  currency_invalid: {
    en: '{column}: “{value}” is not a currency',
    zh: '{column}：“{value}”不是货币代码',
    mendEn: 'Use a three-letter ISO 4217 code, e.g. CNY.',
    mendZh: '请使用三位 ISO 4217 代码，如 CNY。',
  },
  amount_invalid: {
    en: '{column}: “{value}” is not an amount that can be kept exactly',
    zh: '{column}：“{value}”不是可以精确记录的金额',
    mendEn: 'Write a decimal number such as 12.34 without separators inside.',
    mendZh: '请填写如 12.34 的小数。',
  },
  status_unknown: {
    en: '{column}: “{value}” is not an order status',
    zh: '{column}：“{value}”不是订单状态',
    mendEn: 'Map the value to placed, paid, shipped, completed, refunded or cancelled.',
    mendZh: '请在取值对照中映射为 已下单、已付款、已发货、已完成、已退款 或 已取消。',
  },
  consent_unknown: {
    en: '{column}: “{value}” says neither that consent was given nor withdrawn',
    zh: '{column}：“{value}”无法判断是否同意',
    mendEn: 'Map the value to granted or withdrawn.',
    mendZh: '请在取值对照中映射为 同意 或 撤回。',
  },
  identifier_missing: {
    en: 'the row has no identifier, so it belongs to nobody',
    zh: '该行没有任何标识，无法归属到人',
    mendEn: 'Fill at least one identifier, e.g. the phone or member id.',
    mendZh: '请至少填写一个标识，如手机号或会员编号。',
  },
  identifier_masked: {
    en: '{column}: “{value}” is masked by the platform and identifies nobody',
    zh: '{column}：“{value}”已被平台脱敏，无法识别到人',
    mendEn: 'Map the platform’s own id (buyer id, open id) as well.',
    mendZh: '请同时映射平台账号（买家账号、openid 等）。',
  },
  identifier_invalid: {
    en: '{column}: “{value}” is not a valid identifier of this kind',
    zh: '{column}：“{value}”不是有效的标识',
    mendEn: 'Correct the value; phones need 11 digits or a country code.',
    mendZh: '请更正；手机号须为 11 位或带国家区号。',
  },
  identifier_junk: {
    en: '{column}: “{value}” is a placeholder that many people share',
    zh: '{column}：“{value}”是多人共用的占位值',
    mendEn: 'Leave the cell empty or fill in the real value.',
    mendZh: '请留空或填写真实值。',
  },
  document_conflict: {
    en: '{column}: rows of one number disagree (“{value}”)',
    zh: '{column}：同一单号的各行不一致（“{value}”）',
    mendEn: 'All rows of one number must state the same buyer and currency.',
    mendZh: '同一单号各行的买家与货币必须一致。',
  },
  columns_too_many: {
    en: 'the row has more cells than the header ({value})',
    zh: '该行的单元格多于表头（{value}）',
    mendEn: 'Quote cells that contain the delimiter.',
    mendZh: '包含分隔符的单元格请加引号。',
  },
  row_unreadable: {
    en: 'the row cannot be read: {value}',
    zh: '无法读取该行：{value}',
    mendEn: 'Check quotes and line breaks, or the JSON of the line.',
    mendZh: '请检查引号和换行，或该行的 JSON。',
  },
  document_too_long: {
    en: 'the number has more than {value} rows',
    zh: '该单号超过 {value} 行',
    mendEn: 'Split it under several numbers.',
    mendZh: '请拆分为多个单号。',
  },
} as const satisfies Readonly<Record<string, RowProblemText>>;

export type RowProblemCode = keyof typeof rowProblems;
