/** Display names of what this module writes to the audit log. */
export const auditActions: Readonly<Record<string, { readonly zh: string; readonly en: string }>> =
  {
    'collect.create_source': { zh: '新建数据源', en: 'Added a source' },
    'collect.rotate_write_key': { zh: '更换写入密钥', en: 'Replaced a write key' },
    'collect.close_source': { zh: '关闭数据源', en: 'Closed a source' },
    'collect.see_quarantined': { zh: '查看隔离数据', en: 'Looked at a quarantined call' },
    'collect.replay_quarantined': { zh: '重放隔离数据', en: 'Replayed a quarantined call' },
    'collect.discard_quarantined': { zh: '丢弃隔离数据', en: 'Discarded a quarantined call' },
    'collect.name_event': { zh: '命名事件', en: 'Named an event' },
  };
