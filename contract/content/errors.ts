import { defineErrors } from '../kit/index.ts';

export const contentErrors = defineErrors('content', {
  template_unknown: {
    status: 404,
    en: 'There is no template {template}.',
    zh: '模板 {template} 不存在。',
    mendEn: 'Choose one from the list of templates.',
    mendZh: '请从模板列表中选择。',
    retryable: false,
  },
  template_invalid: {
    status: 422,
    en: 'The template cannot be published: {part} line {line}, column {column}: {problem}',
    zh: '模板无法发布：{part} 第 {line} 行第 {column} 列：{problem}',
    mendEn: 'Correct the marked places; the draft is kept.',
    mendZh: '请修正标出的位置，草稿已保留。',
    retryable: false,
  },
  template_archived: {
    status: 409,
    en: 'The template {template} is archived.',
    zh: '模板 {template} 已归档。',
    mendEn: 'Make a new template, with its text if you like.',
    mendZh: '请新建模板，可复制原有内容。',
    retryable: false,
  },
  version_unknown: {
    status: 404,
    en: 'Template {template} has no version {version}.',
    zh: '模板 {template} 没有版本 {version}。',
    mendEn: 'Choose one from the list of versions.',
    mendZh: '请从版本列表中选择。',
    retryable: false,
  },
  render_failed: {
    status: 422,
    en: 'The template could not be rendered: {reason}',
    zh: '模板渲染失败：{reason}',
    mendEn: 'Simplify the template: fewer loops, less text.',
    mendZh: '请简化模板：减少循环与文字。',
    retryable: false,
  },
});
