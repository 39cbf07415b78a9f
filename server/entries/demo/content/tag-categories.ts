/** The category tree of the demo's tags, in the order in which it is shown. */
export const tagCategories = [
  { key: 'base', zh: '基础属性', en: 'Base' },
  { key: 'stage', zh: '生命周期与价值', en: 'Life cycle and value' },
  { key: 'behaviour', zh: '行为活跃', en: 'Behaviour' },
  { key: 'spending', zh: '消费能力', en: 'Spending' },
  { key: 'interest', zh: '兴趣偏好', en: 'Interest' },
  { key: 'service', zh: '服务与触点', en: 'Service and touchpoints' },
] as const;

export type TagCategoryKey = (typeof tagCategories)[number]['key'];
