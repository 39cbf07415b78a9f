import {
  type ChannelKind,
  channelKinds,
  type MessageCategory,
  type TemplateProblem,
  templateVariables,
} from '@siyu/contract/content';
import { characters } from '@siyu/engine/content';
import { type CompiledTemplate, compileTemplate } from './compile-template.ts';
import { liquids } from './liquid/create-liquid.ts';
import { sampleValues } from './sample-values.ts';

interface Text {
  readonly channel: ChannelKind;
  readonly category: MessageCategory;
  readonly subject: string;
  readonly body: string;
}

type Part = TemplateProblem['part'];

/** Everything that is wrong with a text, in the order in which it stands; errors keep it from being published. */
export function checkTemplate(text: Text): {
  readonly problems: readonly TemplateProblem[];
  readonly compiled: CompiledTemplate | null;
} {
  const kind = channelKinds[text.channel];
  const syntax = (['subject', 'body'] as const).flatMap((part) => syntaxProblems(part, text));
  if (syntax.length > 0) return { problems: syntax, compiled: null };
  const compiled = compileTemplate({ subject: text.subject, body: text.body, format: kind.format });
  const problems = [
    ...(['subject', 'body'] as const).flatMap((part) => variableProblems(part, text)),
    ...lengthProblems(text, compiled),
    ...optOutProblems(text, compiled),
  ];
  return { problems, compiled };
}

const formatOf = (part: Part, text: Text) =>
  part === 'subject' ? 'text' : channelKinds[text.channel].format;

function syntaxProblems(part: Part, text: Text): TemplateProblem[] {
  try {
    liquids[formatOf(part, text)].parse(text[part]);
    return [];
  } catch (error) {
    const { message, token } = error as Error & { token?: { getPosition?(): [number, number] } };
    const [line, column] = token?.getPosition?.() ?? [1, 1];
    const reason = message.replace(/, (file|line):.*$/s, '');
    return [
      problem(
        part,
        { line, column },
        'error',
        'syntax',
        `模板语法错误：${reason}`,
        `Cannot be read: ${reason}`,
      ),
    ];
  }
}

function variableProblems(part: Part, text: Text): TemplateProblem[] {
  const { globals } = liquids[formatOf(part, text)].parseAndAnalyzeSync(text[part]);
  return Object.values(globals)
    .flat()
    .flatMap((variable) => {
      const name = variable.segments.map(String).join('.');
      const at = { line: variable.location.row, column: variable.location.col };
      const entry = Object.entries(templateVariables).find(([known]) => known === name)?.[1];
      if (!entry) {
        return [
          problem(
            part,
            at,
            'error',
            'unknown_variable',
            `没有变量 ${name}，请从变量列表中选择`,
            `There is no variable ${name}; choose one from the list`,
          ),
        ];
      }
      if (!entry.optional || hasFallback(text[part], name)) return [];
      return [
        problem(
          part,
          at,
          'error',
          'no_fallback',
          `部分用户没有「${entry.zh}」，请写默认值：{{ ${name} | default: '…' }}`,
          `Some people have no ${entry.en.toLowerCase()}; give a fallback: {{ ${name} | default: '…' }}`,
        ),
      ];
    });
}

/** Every output of the variable has a default, or the text asks for it with if or unless. */
function hasFallback(source: string, name: string): boolean {
  const escaped = name.replace('.', '\\.');
  const asked = new RegExp(`\\{%-?\\s*(if|elsif|unless|case)\\b[^%]*\\b${escaped}\\b`).test(source);
  if (asked) return true;
  const outputs = source.matchAll(new RegExp(`\\{\\{-?\\s*${escaped}\\b([^}]*)\\}\\}`, 'g'));
  return [...outputs].every(([, filters]) => /\|\s*default\s*:/.test(filters ?? ''));
}

function lengthProblems(text: Text, compiled: CompiledTemplate): TemplateProblem[] {
  const kind = channelKinds[text.channel];
  let rendered: { subject: string; body: string };
  try {
    rendered = compiled.render(sampleValues);
  } catch (error) {
    const reason = (error as Error).message;
    return [
      problem(
        'body',
        { line: 1, column: 1 },
        'error',
        'render_failed',
        `渲染失败：${reason}`,
        `Cannot be rendered: ${reason}`,
      ),
    ];
  }
  const tooLong = (part: Part, limit: number): TemplateProblem[] => {
    const length = characters(rendered[part]);
    if (length <= limit) return [];
    const at = { line: 1, column: 1 };
    return limit === 0
      ? [
          problem(
            part,
            at,
            'error',
            'no_subject',
            `${kind.zh}没有标题`,
            `${kind.en} has no subject`,
          ),
        ]
      : [
          problem(
            part,
            at,
            'error',
            'too_long',
            `共 ${length} 字，上限 ${limit} 字`,
            `${length} characters, at most ${limit}`,
          ),
        ];
  };
  const missingSubject: TemplateProblem[] =
    text.channel === 'email' && rendered.subject === ''
      ? [
          problem(
            'subject',
            { line: 1, column: 1 },
            'error',
            'subject_missing',
            '邮件需要标题',
            'An email needs a subject',
          ),
        ]
      : [];
  return [
    ...missingSubject,
    ...tooLong('subject', kind.subjectLimit),
    ...tooLong('body', kind.bodyLimit),
  ];
}

/** Marketing must tell how to leave: by law in email and SMS (通信短信息服务管理规定 §20), by courtesy elsewhere. */
function optOutProblems(text: Text, compiled: CompiledTemplate): TemplateProblem[] {
  if (text.category !== 'marketing' || !['email', 'sms'].includes(text.channel)) return [];
  if (compiled.variables.includes('unsubscribe_url') || /退订|拒收|unsubscribe/i.test(text.body))
    return [];
  return [
    problem(
      'body',
      { line: 1, column: 1 },
      'error',
      'no_opt_out',
      '营销内容必须说明如何退订，例如加上 {{ unsubscribe_url }} 或「拒收请回复R」',
      'Marketing must say how to unsubscribe: add {{ unsubscribe_url }}',
    ),
  ];
}

function problem(
  part: Part,
  at: { line: number; column: number },
  severity: TemplateProblem['severity'],
  code: string,
  zh: string,
  en: string,
): TemplateProblem {
  return { part, ...at, severity, code, zh, en };
}
