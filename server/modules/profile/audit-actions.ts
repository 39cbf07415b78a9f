/** Display names of what this module writes to the audit log. */
export const auditActions: Readonly<Record<string, { readonly zh: string; readonly en: string }>> =
  {
    'profile.reveal_person': { zh: '查看用户敏感信息', en: 'Revealed personal values' },
    'profile.edit_traits': { zh: '修改用户属性', en: 'Corrected traits' },
    'profile.record_consent': { zh: '登记授权', en: 'Recorded a consent choice' },
    'profile.copy_person': { zh: '导出个人信息副本', en: 'Copied everything about a person' },
    'profile.erase_person': { zh: '删除个人信息', en: 'Ordered an erasure' },
    'profile.name_trait': { zh: '命名属性', en: 'Named a trait' },
  };
