import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/shared/config';
import { temporaryDatabase } from '../store/temporary';

const folder = path.join(projectRoot, 'docs', 'papper');
const names = readdirSync(folder);
const papers = names.filter((name) => name !== 'README.md');
const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
const gapsIn = (text: string): string[] => [...new Set(text.match(/«[^»]+»/g) ?? [])].sort();

/** What the bot and the papers promise about data, and no more. «n» is the region's own number. */
const promises = [
  'HR och din chef ser inte din text i tjänsten. Regionen prövar varje begäran om allmän handling.',
  'Vi raderar i tjänsten. Säkerhetskopior försvinner inom «n» dagar. Teams följer regionens regler.',
  'Dela utan namn. Texten kan ändå röja dig.',
];

describe('the papers for a region', () => {
  it.each(papers)('%s says at its head all that the region fills in', (name) => {
    const [, head = '', body = ''] = /^# .+\n\n((?:>.*\n)+)([\s\S]*)$/.exec(read(name)) ?? [];
    expect(gapsIn(body).length).toBeGreaterThan(0);
    expect(gapsIn(head)).toEqual(gapsIn(body));
  });

  it.each(names)('%s words a promise in no way of its own', (name) => {
    const text = read(name);
    for (const promise of promises) {
      const sentences = promise.split(/(?<=\.) /);
      for (const opening of sentences.map((sentence) => sentence.split(' ').slice(0, 3).join(' ')))
        expect(text.split(opening)).toHaveLength(text.split(promise).length);
    }
    expect(text).not.toMatch(/anonym|ingen kan läsa/i);
  });

  it('give every promise to those whom it is for', () => {
    const missing = ['README.md', 'integritetsinformation.md', 'konsekvensbedomning.md'].flatMap((name) =>
      promises.filter((promise) => !read(name).includes(promise)).map((promise) => [name, promise]),
    );
    expect(missing).toEqual([]);
  });
});

/** The row of the retention table that tells of each table of the store; undefined where it holds nothing of any person. */
const told: Readonly<Record<string, string | undefined>> = {
  absences: 'frånvaro som HR har laddat upp',
  activities: 'vilka anrop från Teams som är hanterade',
  answers: 'vilket stycke ett svar vilar på',
  audit: 'HR:s logg',
  campaign_runs: 'utskick: rubrik',
  campaigns: 'utskick: rubrik',
  commitments: 'åtaganden',
  deliveries: 'leveranser',
  dialogue_answers: 'dialog i en ledningsgrupp',
  dialogues: 'dialog i en ledningsgrupp',
  document_versions: undefined,
  documents: undefined,
  downloads: 'beställning av en fil att ladda ner',
  feedback: '”Hjälpte svaret?”',
  group_members: 'grupper och listor',
  groups: 'grupper och listor',
  hr_settings: undefined,
  keyring: undefined,
  library: undefined,
  moves: 'svar i guider och reflektioner',
  pace: undefined,
  people: 'namn, e-postadress',
  person_keys: 'personens nyckel',
  question_set_versions: 'HR:s egna frågor',
  question_sets: 'HR:s egna frågor',
  question_words: 'frågor till HR',
  questions: 'frågor till HR',
  releases: 'publicerade siffror',
  reminder_settings: 'tider då chefen vill bli påmind',
  responses: 'svar på ett pågående utskick',
  session_messages: 'svar i guider och reflektioner',
  sessions: 'svar i guider och reflektioner',
  shares: 'en sammanfattning som chefen delar',
  teams: undefined,
  unanswered: 'ord ur frågor',
  understandings: 'svar på ett delat utkast',
  unanswered_counts: 'ord ur frågor',
};

describe('the retention table', () => {
  const rows = [...read('gallringstabell.md').matchAll(/^\| (.+?) +\|/gm)].map(([, row]) => row ?? '');

  it('tells of every table of the store', async () => {
    const tables = await (await temporaryDatabase()).introspection.getTables();
    const untold = tables.map(({ name }) => name).filter((name) => !name.startsWith('sqlite_') && !(name in told));
    expect(untold).toEqual([]);
  });

  it('has the rows that are meant', () => {
    const meant = [...new Set(Object.values(told))].filter((row) => row !== undefined);
    expect(meant.filter((row) => !rows.some((each) => each.startsWith(row)))).toEqual([]);
  });
});
