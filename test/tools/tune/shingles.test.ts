import { saysTheSame, shinglesOf } from '../../../tools/tune/shingles';

const same = (one: string, other: string) => saysTheSame(shinglesOf(one), shinglesOf(other));
const text = 'Du som vill överklaga beslutet ska skriva till oss inom tre veckor från den dag du fick det.';

describe('saysTheSame', () => {
  it('hears one text on two pages, with what is round it', () => {
    expect(same(text, `Om du har fått avslag: ${text.toUpperCase()} Läs mer på vår webb.`)).toBe(true);
  });
  it('does not hear it in two texts of one subject', () => {
    expect(same(text, 'Ett beslut går att överklaga. Skriv inom tre veckor till den som fattade det.')).toBe(false);
  });
  it('hears nothing in nothing', () => expect(same('', '')).toBe(false));
});
