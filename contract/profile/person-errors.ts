/** Errors about people; joined with those about tags into the module's registry. */
export const personErrorEntries = {
  person_unknown: {
    status: 404,
    en: 'There is no person {person} in your scope.',
    zh: '您的数据范围内没有用户 {person}。',
    mendEn:
      'Search the person again; the record may have been erased or belong to another part of the organisation.',
    mendZh: '请重新搜索；该用户可能已被删除，或属于其他组织范围。',
    retryable: false,
  },
} as const;
