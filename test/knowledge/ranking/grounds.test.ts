import { libraryOf, readWording } from '../../../src/knowledge/library';
import { passagesOf } from '../../../src/knowledge/documents/passages';
import { type Passage } from '../../../src/knowledge/documents/passages';
import { search } from '../../../src/knowledge/search';
import { documentOf, knowledge } from '../library';

const wording = readWording(knowledge);

/** The grounds for the best passage of a document with this text, of which this is asked. */
function groundsIn(body: string, question: string, asked?: readonly string[]) {
  const passages = passagesOf(documentOf(body)).map((passage): Passage => (asked ? { ...passage, asked } : passage));
  return search(libraryOf(passages, wording).index, question, 1)[0]!.grounds;
}

const garden = 'Trädgården i Falun sköts av tolv trädgårdsmästare. Äppelträden beskärs i mars varje år. Häcken klipps.';

describe('what speaks against a passage', () => {
  it.each([
    ['Hur många trädgårdsmästare sköter trädgården?', 'Hur många äppelträd har trädgården?'],
    ['När beskärs äppelträden?', 'När klipps häcken?'],
  ])('is that it lacks the fact that is asked for: not "%s", but "%s"', (answered, unanswered) => {
    expect(groundsIn(garden, answered).lacksFact).toBeLessThan(0.3);
    expect(groundsIn(garden, unanswered).lacksFact).toBeGreaterThan(0.5);
  });

  it('is that its number counts something else, also where what is asked for stands near', () => {
    const pond = 'Dammen har tolv fiskar, varav två utgörs av karpar. Karparna och de tre grodorna trivs i dammen.';
    expect(groundsIn(pond, 'Hur många fiskar har dammen?').lacksFact).toBeLessThan(0.3);
    expect(groundsIn(pond, 'Hur många karpar har dammen?').lacksFact).toBe(1);
  });

  it('is not that it lacks a fact which an editor has found in it', () => {
    const asked = ['När klipps häcken i trädgården?'];
    expect(groundsIn(garden, 'När klipps häcken?', asked).lacksFact).toBeLessThan(0.3);
  });

  it('is less where nobody has written questions for it, so that only its own words can cover one', () => {
    expect(groundsIn(garden, 'När beskärs äppelträden?').unasked).toBe(1);
    expect(groundsIn(garden, 'När beskärs äppelträden?', ['Vem sköter trädgården?']).unasked).toBe(0);
    expect(wording.weights.confidence.unasked).toBeGreaterThan(0);
  });

  it('is a telling word that is known neither to the documents nor to those who ask', () => {
    expect(groundsIn(garden, 'Hur beskärs äppelträden?').unknown).toBe(0);
    const { unknown, missing } = groundsIn(garden, 'Hur beskärs bonsaikrukor?');
    expect(unknown).toBeGreaterThan(0.4);
    expect(missing).toBeGreaterThanOrEqual(unknown);
    expect(groundsIn(garden, 'Hur sköts bonsaikrukor?', ['Hur sköts bonsaikrukor?']).unknown).toBe(0);
  });

  it.each(['Hur sköts trädgården i Kiruna?', 'hur sköts trädgården i kiruna'])(
    'is a place that it does not speak of: %s',
    (question) => expect(groundsIn(garden, question).lacksName).toBe(1),
  );

  it('is a number that the question takes for given and the passage does not say', () => {
    expect(groundsIn(garden, 'Vilka är de tolv trädgårdsmästare?').lacksNumber).toBe(0);
    expect(groundsIn(garden, 'Vilka är de femton trädgårdsmästarna?').lacksNumber).toBe(1);
  });

  it('is a reason or a definition that is asked for and not given', () => {
    expect(groundsIn(garden, 'Varför klipps häcken?').lacksReason).toBe(1);
    expect(groundsIn('Häcken klipps eftersom den skymmer.', 'Varför klipps häcken?').lacksReason).toBeLessThan(0.3);
    expect(groundsIn(garden, 'Vad är en häck?').lacksDefinition).toBeGreaterThan(0.5);
    expect(groundsIn('En häck är en rad av buskar.', 'Vad är en häck?').lacksDefinition).toBeLessThan(0.3);
  });
});
