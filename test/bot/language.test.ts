import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/shared/config';
import { isEnglish } from '../../src/bot/language';

describe('isEnglish', () => {
  it.each([
    'What is trust-based management?',
    'how do i delegate',
    'Can you help me with my employees?',
    'Tell me about leadership please',
    'Who should I ask?',
    'What is the trust model in Jämtland and Västra Götaland?',
  ])('knows English: %s', (text) => {
    expect(isEnglish(text)).toBe(true);
  });

  it.each([
    'Vad innebär servant leadership?',
    'Hur gör jag "walk the talk" i vardagen?',
    'tillit',
    'chef i kris',
    'Kan man vara coach och chef',
    'leadership',
    'zero trust it-säkerhet',
    'vad är new public management',
  ])('leaves Swedish with English words in it alone: %s', (text) => {
    expect(isEnglish(text)).toBe(false);
  });

  it('never takes a question that the documents answer for English', () => {
    const lines = readFileSync(path.join(projectRoot, 'test/knowledge/questions.jsonl'), 'utf8').trim().split('\n');
    const answerable = lines
      .map((line) => JSON.parse(line) as { q: string; answerable: boolean })
      .filter((line) => line.answerable);
    expect(answerable.length).toBeGreaterThan(50);
    expect(answerable.map(({ q }) => q).filter(isEnglish)).toEqual([]);
  });
});
