import { describe, expect, it } from 'vitest';
import { countOne, countPlaywright, countVitest, lastLine, sum } from './counts.mjs';

const tests = (...statuses) => statuses.map((status) => ({ status }));

describe('countVitest', () => {
  it('counts each test', () => {
    const report = {
      testResults: [
        { status: 'passed', assertionResults: tests('passed', 'passed', 'skipped', 'todo') },
        { status: 'failed', assertionResults: tests('passed', 'failed') },
      ],
    };
    expect(countVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  it('counts a file that breaks before its first test as one failure', () => {
    const report = { testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(countVitest(report, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('fails a program that ended badly though all its tests passed', () => {
    const report = { testResults: [{ status: 'passed', assertionResults: tests('passed') }] };
    expect(countVitest(report, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it('fails a run without a report or without tests', () => {
    expect(countVitest(null, 137)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countVitest({ testResults: [] }, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('countPlaywright', () => {
  it('counts a test that needed two tries, and an error outside tests, as failed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats, errors: [{}] }, 1)).toEqual({ passed: 5, failed: 3, skipped: 2 });
  });

  it('fails a run that never wrote its report', () => {
    expect(countPlaywright(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('lastLine', () => {
  it('names skipped tests only when there are some', () => {
    expect(lastLine(sum([countOne(0), countOne(0), countOne(2)]))).toBe('2 passed, 1 failed');
    expect(lastLine({ passed: 0, failed: 0, skipped: 3 })).toBe('0 passed, 0 failed, 3 skipped');
  });
});
