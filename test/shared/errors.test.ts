import { Worker } from 'node:worker_threads';
import { once } from 'node:events';
import { ConfigError } from '../../src/shared/config';
import { FlowError } from '../../src/coaching/parseFlow';
import { connectingError } from '../../src/store/connectingError';
import { openingError } from '../../src/store/openingError';
import { Explained, explainStart, isExplained, safeError } from '../../src/shared/errors';

describe('safeError', () => {
  it('says what kind of error it was and where it passed', () => {
    const said = safeError(new TypeError('hemligt'));
    expect(said).toMatch(/^TypeError\n\s+at .*errors\.test/);
  });

  it('never says the message, however it is laid out', () => {
    expect(safeError(new Error('rad ett\n    at hemligt (rad två)'))).not.toContain('hemligt');
    expect(safeError('hemligt')).toBe('string');
  });
});

describe('a start that failed', () => {
  const sentence = 'x.yaml, rad 3: fältet finns inte. Ta bort det.';
  it.each([
    ['a setting', new ConfigError(sentence)],
    ['a guide', new FlowError(sentence)],
    ['content', new Explained(sentence, { cause: new Error('cause') })],
  ])('is told in its own sentence where that is written for the operator: %s', (_, error) => {
    expect(explainStart(error, 3978)).toBe(sentence);
  });

  it.each([
    ['a file', openingError('/data/x.db', Object.assign(new Error('no'), { code: 'EACCES' }))],
    ['a file without a code', openingError('/data/x.db', new Error('no'))],
    ['PostgreSQL', connectingError('postgres://u@h/db', Object.assign(new Error('no'), { code: 'ECONNREFUSED' }))],
    ['PostgreSQL by its words', connectingError('postgres://u@h/db', new Error('timeout expired'))],
  ])('is told in one line where the database cannot be used: %s', (_, error) => {
    expect(explainStart(error, 3978)).toBe(error.message);
    expect(error.message).not.toContain('\n');
  });

  it('names the port and the remedy', () => {
    const listening = (code: string) => Object.assign(new Error('listen'), { code, syscall: 'listen' });
    expect(explainStart(listening('EADDRINUSE'), 80)).toMatch(/^Port 80 är upptagen\..*PORT=\d+ npm start$/);
    expect(explainStart(listening('EACCES'), 80)).toMatch(/^Port 80 får inte användas\..*PORT=\d+ npm start$/);
  });

  it.each([
    ['a fault in the code', new TypeError('x is undefined')],
    ['a file that is missing', Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT' })],
    ['a file that may not be read', Object.assign(new Error('EACCES: denied'), { code: 'EACCES', syscall: 'open' })],
    ['JSON that is none', new SyntaxError('Unexpected token')],
    ['a fault in the code that opens a file', openingError('/data/x.db', new TypeError('x is undefined'))],
    ['SQL that is none', openingError('/x.db', Object.assign(new Error('no such column'), { code: 'SQLITE_ERROR' }))],
    ['a fault in the code that connects', connectingError('postgres://u@h/db', new TypeError('x is undefined'))],
  ])('is told with its place where nobody expected it: %s', (_, error) => {
    const told = explainStart(error, 3978);
    expect(told).toContain(error.message);
    expect(told).toMatch(/\n\s+at .*errors\.test/);
    if (error.cause instanceof Error) expect(told).toContain(error.cause.stack);
  });

  it('is told also where what was thrown is no error', () => {
    for (const thrown of ['text', undefined, null, 7]) expect(explainStart(thrown, 3978)).toContain(String(thrown));
  });

  it('keeps its sentence on the way out of a thread, and an unexpected one stays unexpected', async () => {
    const thrownBy = async (code: string) => {
      const [error] = (await once(new Worker(code, { eval: true }), 'message').catch((error: unknown) => [error])) as [
        Error,
      ];
      return isExplained(error);
    };
    expect(await thrownBy("throw Object.assign(new Error('x'), { isExplained: true })")).toBe(true);
    expect(await thrownBy("throw new Error('x')")).toBe(false);
  });
});
