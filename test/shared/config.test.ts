import path from 'node:path';
import { ConfigError, projectRoot, readConfig } from '../../src/shared/config';
import { aServiceKey } from '../aServiceKey';

const complete = {
  MICROSOFT_APP_ID: '22222222-2222-4222-8222-222222222222',
  MICROSOFT_APP_PASSWORD: 'hemlig',
  MICROSOFT_APP_TENANT_ID: '11111111-1111-4111-8111-111111111111',
  SERVICE_KEY: aServiceKey,
};

const problems = (env: Record<string, string | undefined>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the settings were accepted');
};

describe('readConfig', () => {
  it('runs in local mode on loopback when nothing is set', () => {
    const config = readConfig({});
    expect(config.credentials).toBeUndefined();
    expect(config).toMatchObject({ host: '127.0.0.1', port: 3978, dataDir: path.join(projectRoot, 'data') });
  });

  it('lets PORT and DATA_DIR be set in both modes', () => {
    const own = { PORT: '4000', DATA_DIR: '/tmp/annan' };
    expect(readConfig(own)).toMatchObject({ port: 4000, dataDir: '/tmp/annan' });
    expect(readConfig({ ...complete, ...own })).toMatchObject({ port: 4000, dataDir: '/tmp/annan' });
  });

  it('takes an empty variable as not set', () => {
    expect(readConfig({ MICROSOFT_APP_ID: '', PORT: ' ' })).toMatchObject({ host: '127.0.0.1', port: 3978 });
  });

  it.each(['MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_TENANT_ID', 'SERVICE_KEY'] as const)(
    'refuses to start outside local mode without %s, in one line that names it',
    (missing) => {
      const said = problems({ ...complete, [missing]: undefined });
      expect(said.split('\n')).toHaveLength(1);
      expect(said).toMatch(new RegExp(`^${missing} saknas\\. \\S`));
    },
  );

  it('never starts without authentication in production', () => {
    expect(problems({ NODE_ENV: 'production' })).toContain('MICROSOFT_APP_ID saknas');
  });

  it('accepts a managed identity instead of a password, but not both', () => {
    const managed = { ...complete, MICROSOFT_APP_TYPE: 'UserAssignedMSI' };
    expect(readConfig({ ...managed, MICROSOFT_APP_PASSWORD: '' }).credentials).not.toHaveProperty('password', 'hemlig');
    expect(problems(managed)).toContain('MICROSOFT_APP_PASSWORD ska inte anges');
  });

  it('tells all that is missing at once', () => {
    const said = problems({ NODE_ENV: 'production' }).split('\n');
    expect(said.map((line) => line.split(' ')[0]).sort()).toEqual([
      'MICROSOFT_APP_ID',
      'MICROSOFT_APP_PASSWORD',
      'MICROSOFT_APP_TENANT_ID',
      'SERVICE_KEY',
    ]);
  });

  it('logs warnings only in local mode, more outside it, and what is asked for in both', () => {
    expect([readConfig({}), readConfig(complete), readConfig({ LOG_LEVEL: 'debug' })].map((c) => c.logLevel)).toEqual([
      'warn',
      'info',
      'debug',
    ]);
  });

  it.each([
    ['SESSION_RETENTION_DAYS', 'sessionDays', 365],
    ['FEEDBACK_RETENTION_DAYS', 'feedbackDays', 365],
    ['QUESTION_RETENTION_DAYS', 'questionDays', 90],
    ['PERSON_RETENTION_DAYS', 'personDays', 365],
  ] as const)('keeps what a person has given for so long, or as long as is set: %s', (name, kind, usual) => {
    expect([{}, { [name]: '30' }].map((own) => readConfig(own).retention[kind])).toEqual([usual, 30]);
    for (const wrong of ['0', '731', '1.5', 'ett år'])
      expect(() => readConfig({ [name]: wrong })).toThrow(new RegExp(`^${name} ska vara`));
  });

  it('keeps the list of erasures beside the store, or where it is told to', () => {
    expect(readConfig({ DATA_DIR: '/srv/data' }).erasuresFile).toBe('/srv/data/erasures');
    expect(readConfig({ ERASURES_FILE: '/srv/list' }).erasuresFile).toBe('/srv/list');
  });

  it('makes links to documents that work for 30 days, or as long as is set', () => {
    const days = [{}, { DOCUMENT_LINK_DAYS: '7' }].map((own) => readConfig(own).documentLinkDays);
    expect(days).toEqual([30, 7]);
  });

  it('knows its own address by PAGE_HOST, and in local mode not by that', () => {
    const own = { PAGE_HOST: 'Coach.region.example' };
    expect(readConfig({ ...complete, ...own }).pageAddress).toBe('https://coach.region.example');
    expect(readConfig(complete)).not.toHaveProperty('pageAddress');
    expect(readConfig(own)).not.toHaveProperty('pageAddress');
  });

  it('keeps the store in PostgreSQL where DATABASE_URL names one, in both modes', () => {
    const own = { DATABASE_URL: 'postgresql://tillit:hemligt@db.region.example/tillit?sslmode=verify-full' };
    expect(readConfig(own).databaseUrl).toBe(own.DATABASE_URL);
    expect(readConfig({ ...complete, ...own }).databaseUrl).toBe(own.DATABASE_URL);
    expect(readConfig({})).not.toHaveProperty('databaseUrl');
  });

  it.each([
    'mysql://tillit:hemligt@db/tillit',
    'tillit:hemligt@db/tillit',
    'postgres://tillit:hemligt@db',
    'postgres://tillit:hemligt@db:port/tillit',
  ])('names DATABASE_URL when it is no PostgreSQL, and never its password (%s)', (DATABASE_URL) => {
    const said = problems({ DATABASE_URL });
    expect(said).toMatch(/^DATABASE_URL ska vara adressen till en PostgreSQL-databas: postgres:\/\/.+DATA_DIR\.$/);
    expect(said).not.toContain('hemligt');
  });

  it.each([
    ['PORT', 'åtta'],
    ['PORT', '70000'],
    ['LOG_LEVEL', 'mycket'],
    ['HR_CONTACT', 'x'.repeat(121)],
    ['QUESTION_RETENTION_DAYS', 'alltid'],
    ['QUESTION_RETENTION_DAYS', '0'],
    ['DOCUMENT_LINK_DAYS', '0'],
    ['DOCUMENT_LINK_DAYS', 'alltid'],
  ])('names %s when it is wrong (%s)', (variable, value) => {
    expect(problems({ [variable]: value })).toMatch(new RegExp(`^${variable} `));
  });

  it.each([
    ['MICROSOFT_APP_ID', 'inte-ett-id'],
    ['MICROSOFT_APP_TYPE', 'MultiTenant'],
    ['PAGE_HOST', 'https://coach.region.example'],
  ])('names %s when it is wrong outside local mode', (variable, value) => {
    expect(problems({ ...complete, [variable]: value })).toMatch(new RegExp(`^${variable} `));
  });
});
