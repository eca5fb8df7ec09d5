import fc from 'fast-check';
import { TICKET_MOVES, TICKET_STATES, ticketStateAfter } from '../../../src/modules/counters/queue.machine';
import {
  called,
  emptyQueue,
  inOrder,
  joined,
  MOST_OF_QUEUE,
  moved,
  nextOf,
  placesOf,
  type Queue,
} from '../../../src/modules/counters/queue.rules';

const DAY = '2026-05-12';
const at = (minutes: number) => new Date(Date.UTC(2026, 4, 12, 1) + minutes * 60_000);

/** A queue in which these joined, one a minute: a number is the minute of a booking, null a walk-in. */
const queueOf = (...bookings: readonly (number | null)[]): Queue =>
  bookings.reduce<Queue>(
    (queue, booked, index) => joined(queue, booked === null ? {} : { booked: at(booked) }, at(index)).queue,
    emptyQueue(DAY),
  );
const orderAt = (queue: Queue, minutes: number) => inOrder(queue, at(minutes)).map(({ number }) => number);

describe('who is called next', () => {
  it('is who booked, in their time, before walk-ins; the earliest booking first', () => {
    expect(orderAt(queueOf(null, 30, 10), 40)).toEqual([3, 2, 1]);
  });

  it('is who came first where who booked is early', () => {
    expect(orderAt(queueOf(null, 30, null), 20)).toEqual([1, 2, 3]);
  });

  it('is a walk-in after three who booked', () => {
    expect(orderAt(queueOf(null, null, 1, 2, 3, 4, 5), 60)).toEqual([3, 4, 5, 1, 6, 7, 2]);
  });

  it('is nobody where nobody waits', () => {
    expect(nextOf(emptyQueue(DAY), at(0))).toBeUndefined();
    expect(() => called(emptyQueue(DAY), 1, at(0))).toThrow('QUEUE_EMPTY');
  });

  it('is every walk-in within four calls for each before them, however many come with a booking', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 4 }), (before, arrivals) => {
        let queue = queueOf(...Array.from({ length: before + 1 }, () => null));
        for (let calls = 1; calls <= 4 * (before + 1); calls += 1) {
          for (let more = 0; more < arrivals; more += 1)
            queue = joined(queue, { booked: at(0) }, at(10 + calls)).queue;
          const next = called(queue, 1, at(10 + calls));
          queue = moved(next.queue, next.ticket.number, 'FINISH', at(11 + calls)).queue;
          if (next.ticket.number === before + 1) return true;
        }
        return false;
      }),
    );
  });

  it('is every booking in its time within a third more calls than there are before it, however many walk in', () => {
    let queue = queueOf(1, 2, 3, 4);
    const order: number[] = [];
    for (let calls = 0; calls < 6; calls += 1) {
      queue = joined(queue, {}, at(10)).queue;
      const next = called(queue, 1, at(20));
      order.push(next.ticket.number);
      queue = moved(next.queue, next.ticket.number, 'FINISH', at(21)).queue;
    }
    expect(order.slice(0, 5)).toEqual([1, 2, 3, 5, 4]);
  });
});

describe('how long one waits', () => {
  it('is ten minutes each before anybody was served, and as it took since then, shared by the windows that serve', () => {
    const queue = queueOf(null, null, null);
    expect(placesOf(queue, at(5)).map(({ minutes }) => minutes)).toEqual([0, 10, 20]);
    const first = called(queue, 1, at(5)).queue;
    const served = moved(first, 1, 'FINISH', at(9)).queue;
    expect(placesOf(served, at(9))).toEqual([
      { number: 2, before: 0, minutes: 0 },
      { number: 3, before: 1, minutes: 4 },
    ]);
  });

  it('is never less than a minute nor more than an hour each', () => {
    const queue = { ...queueOf(null, null), served: 1 };
    expect(placesOf({ ...queue, servedMs: 1 }, at(5))[1]?.minutes).toBe(1);
    expect(placesOf({ ...queue, servedMs: 90 * 3_600_000 }, at(5))[1]?.minutes).toBe(60);
  });
});

describe('a queue', () => {
  it('takes a hundred and no more, and forgets who has been absent for two hours', () => {
    let queue = queueOf(...Array.from({ length: MOST_OF_QUEUE.open }, () => null));
    expect(() => joined(queue, {}, at(100))).toThrow('QUEUE_FULL');
    queue = moved(called(queue, 1, at(100)).queue, 1, 'MISS', at(101)).queue;
    expect(() => joined(queue, {}, at(200))).toThrow('QUEUE_FULL');
    const { ticket, queue: after } = joined(queue, {}, at(221));
    expect([ticket.number, after.open.length]).toEqual([MOST_OF_QUEUE.open + 1, MOST_OF_QUEUE.open]);
  });

  it('puts who comes back last, without their booking', () => {
    const missed = moved(called(queueOf(0, null), 1, at(5)).queue, 1, 'MISS', at(6)).queue;
    expect(orderAt(moved(missed, 1, 'BACK', at(7)).queue, 8)).toEqual([2, 1]);
  });
});

describe('the machine of numbers', () => {
  it('moves from its one state, and out of the queue at the third absence', () => {
    for (const [move, row] of Object.entries(TICKET_MOVES))
      for (const state of TICKET_STATES)
        expect(ticketStateAfter(state, move as 'CALL', 0)).toBe(state === row.from ? row.to : undefined);
    expect([0, 1, 2].map((absences) => ticketStateAfter('CALLED', 'MISS', absences))).toEqual([
      ...['ABSENT', 'ABSENT', 'GONE'],
    ]);
    expect(ticketStateAfter('CALLED', 'FINISH', 2)).toBe('DONE');
  });
});
