import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { minorOf, timesPrice } from './decimal.ts';

/** The definition in whole numbers: |x| + half a unit, cut off, with the sign of x. */
function slowly(
  quantityMillis: bigint,
  priceUnits: bigint,
  places: number,
  digits: number,
): number {
  const product = quantityMillis * priceUnits;
  const divisor = 10n ** BigInt(3 + places - digits);
  const size = product < 0n ? -product : product;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return Number(product < 0n ? -rounded : rounded);
}

function written(units: bigint, places: number): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${units < 0n ? '-' : ''}${whole}${places > 0 ? `.${digits.slice(-places)}` : ''}`;
}

describe('a line amount', () => {
  it('is rounded half away from zero', () => {
    assert.equal(timesPrice(1, '0.001', 2), 0);
    assert.equal(timesPrice(1, '0.005', 2), 1);
    assert.equal(timesPrice(-1, '0.005', 2), -1);
    assert.equal(timesPrice(-3, '2.555', 2), -767);
    assert.equal(timesPrice(0.1, '0.2', 2), 2);
    assert.equal(timesPrice(3, '100', 0), 300);
    assert.equal(timesPrice(-0, '5', 2), 0);
  });

  it('equals the same sum in whole numbers for every quantity and price', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000_000, max: 10_000_000 }),
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom(0, 2, 3),
        (quantityMillis, priceUnits, places, digits) => {
          const price = written(BigInt(priceUnits), places);
          const expected = slowly(BigInt(quantityMillis), BigInt(priceUnits), places, digits);
          if (!Number.isSafeInteger(expected)) return;
          assert.equal(timesPrice(quantityMillis / 1000, price, digits), expected || 0);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is refused rather than rounded beyond what a number holds exactly', () => {
    assert.equal(timesPrice(1e9, '999999999999.99', 2), null);
    assert.equal(minorOf('99999999999999999', 2), null);
    assert.equal(minorOf('12,5', 2), null);
    assert.equal(minorOf('', 2), null);
  });
});
