import { type Draft } from '../campaigns/draft';

/** The text of a form field, without white space around it; '' where there is no such field, or it holds a file. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** The editor's form as the service takes it. `field` gives the text of a field by name. */
export function draftIn(field: (name: string) => string): Draft {
  const time = field('time');
  const range = { time, from: field('from'), ...(field('until') && { until: field('until') }) };
  const day = field('day');
  const kind = field('kind') as Draft['plan']['kind'];
  return {
    title: field('title'),
    flow: field('flow'),
    audience: field('audience') === 'group' ? { kind: 'group', group: field('group') } : { kind: 'everyone' },
    plan:
      kind === 'once'
        ? { kind, at: `${field('from')}T${time}` }
        : kind === 'weekly'
          ? { kind, weekday: Number(field('weekday')), ...range }
          : { kind, day: day === 'last' ? day : Number(day), ...range },
    answerDays: Number(field('answerDays')),
    least: Number(field('least')),
  };
}
