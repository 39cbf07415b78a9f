import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkTemplate } from './check-template.ts';
import { compileTemplate } from './compile-template.ts';

const sms = (body: string) =>
  checkTemplate({ channel: 'sms', category: 'marketing', subject: '', body });
const codes = (body: string) => sms(body).problems.map(({ code }) => code);

test('a proper text has no problems and tells its variables and links', () => {
  const { problems, compiled } = sms(
    "{{ person.name | default: '朋友' }}，预约清洗 https://a.cn/x 退订 {{ unsubscribe_url }}",
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(compiled?.variables, ['person.name', 'unsubscribe_url']);
  assert.deepEqual(compiled?.links, ['https://a.cn/x']);
});

test('mistakes are told with line and column', () => {
  const at = (body: string) => {
    const { code, line, column } = sms(body).problems[0] ?? {};
    return { code, line, column };
  };
  assert.deepEqual(at('退订\n{{ person.name | nofilter }}'), {
    code: 'syntax',
    line: 2,
    column: 1,
  });
  assert.deepEqual(at('退订\n\n {{ persn.name }}'), {
    code: 'unknown_variable',
    line: 3,
    column: 5,
  });
  assert.deepEqual(at('退订 {{ person.name }}'), { code: 'no_fallback', line: 1, column: 7 });
});

test('a variable that may be missing needs a fallback or a question', () => {
  assert.deepEqual(codes("退订 {{ person.city | default: '本地' }}"), []);
  assert.deepEqual(codes('退订 {% if person.city %}{{ person.city }}{% endif %}'), []);
  assert.deepEqual(codes("退订 {{ person.city | default: 'x' }}{{ person.city }}"), [
    'no_fallback',
    'no_fallback',
  ]);
});

test('marketing by SMS must say how to leave, service need not', () => {
  assert.deepEqual(codes('今日特惠'), ['no_opt_out']);
  const service = checkTemplate({
    channel: 'sms',
    category: 'service',
    subject: '',
    body: '已发货',
  });
  assert.deepEqual(service.problems, []);
});

test('the limits of the channel hold', () => {
  assert.deepEqual(codes(`退订${'字'.repeat(499)}`), ['too_long']);
  const titled = checkTemplate({ channel: 'sms', category: 'service', subject: '标题', body: 'x' });
  assert.deepEqual(
    titled.problems.map(({ code }) => code),
    ['no_subject'],
  );
});

test('a template can read no file, undo no escaping and not run forever', () => {
  assert.deepEqual(codes("退订{% include '/etc/passwd' %}"), ['syntax']);
  assert.deepEqual(codes("退订{% render 'x' %}"), ['syntax']);
  assert.deepEqual(codes('退订{{ person.name | raw }}'), ['syntax']);
  assert.deepEqual(codes('退订{% for i in (1..100000000) %}x{% endfor %}'), ['render_failed']);
  assert.deepEqual(codes("退订{% link 'javascript:alert(1)' %}"), ['syntax']);
  assert.deepEqual(codes('退订{{ constructor }}'), ['unknown_variable']);
});

test('values are escaped in HTML and not in text', () => {
  const values = { 'person.name': '<b>A&B</b>' };
  const body = "{{ person.name | default: 'x' }}";
  const html = compileTemplate({ subject: body, body, format: 'html' }).render(values);
  assert.equal(html.body, '&lt;b&gt;A&amp;B&lt;/b&gt;');
  assert.equal(html.subject, '<b>A&B</b>');
  assert.equal(
    compileTemplate({ subject: '', body, format: 'text' }).render(values).body,
    '<b>A&B</b>',
  );
});

test('a fallback stands in for what is missing, and the missing are told', () => {
  const compiled = compileTemplate({
    subject: '',
    body: "{{ person.name | default: '朋友' }}好 https://a.cn/1",
    format: 'text',
  });
  assert.deepEqual(
    compiled.render({}, (link) => `https://s.cn/t/${link}`),
    {
      subject: '',
      body: '朋友好 https://s.cn/t/1',
      missing: ['person.name'],
    },
  );
});
