/**
 * What many rules ask of the same facts, worked out once a verdict: who is bound, whose consumer it is, which zones and
 * states come into question, what was said and is still in force.
 */
import { isConnectedCall, isConversation } from '../domain/contact.ts';
import type { Day } from '../domain/days.ts';
import {
  type ConsentKind,
  collectorRoles,
  consumerParties,
  type DebtFactName,
  type LegalEventKind,
  type StateCode,
} from '../domain/law.ts';
import type { GateFacts, LegalEvent, PriorContact } from './facts.ts';
import { shippedStates } from './states/shipped.ts';
import type { StateLaws } from './states/state-laws.ts';
import { localDay } from './time/local-time.ts';
import { type StateClue, stateCluesOf, type ZoneClue, zoneCluesOf } from './time/places.ts';

export class CaseView {
  readonly facts: GateFacts;
  /** The law of the states as it is in force in the book. */
  readonly laws: StateLaws;
  #zoneClues: readonly ZoneClue[] | undefined;
  #zones: readonly string[] | undefined;
  #stateClues: readonly StateClue[] | undefined;
  #states: readonly StateCode[] | undefined;
  #dayAt = Number.NaN;
  #day: Day = '';

  /** `alike`: a view of the same person and debt for another number, whose findings of where they may be hold here too. */
  constructor(facts: GateFacts, laws: StateLaws = shippedStates, alike: CaseView | null = null) {
    this.facts = facts;
    this.laws = laws;
    if (alike !== null) {
      this.#zoneClues = alike.zoneClues;
      this.#zones = alike.zones;
      this.#stateClues = alike.stateClues;
      this.#states = alike.states;
    }
  }

  /** Regulation F and the FDCPA bind the office as law. */
  get bindsCollectors(): boolean {
    const { role } = this.facts.office;
    return role !== null && collectorRoles.includes(role);
  }

  /** The office keeps to Regulation F: by law or of its own will. */
  get keepsRegulationF(): boolean {
    return this.bindsCollectors || this.facts.office.house.keepsRegulationF;
  }

  /** 1006.2(h): a natural person’s debt for personal, family or household purposes. What is not said is taken for one. */
  get isConsumerDebt(): boolean {
    const { debt, person } = this.facts;
    const purpose = debt.known.purpose?.value;
    if (purpose !== undefined) return purpose !== 'business';
    return person.kind === 'consumer' && debt.type !== 'commercial';
  }

  /** The contact is with the consumer in the sense of 1006.6(a). */
  get isWithConsumer(): boolean {
    return consumerParties.includes(this.facts.act.to);
  }

  get zoneClues(): readonly ZoneClue[] {
    this.#zoneClues ??= zoneCluesOf(this.facts.person);
    return this.#zoneClues;
  }

  /** Every zone the person may be in; all of the United States when nothing says where. */
  get zones(): readonly string[] {
    this.#zones ??= [...new Set(this.zoneClues.flatMap(({ zones }) => zones))];
    return this.#zones;
  }

  get stateClues(): readonly StateClue[] {
    this.#stateClues ??= stateCluesOf(this.facts.person);
    return this.#stateClues;
  }

  /** Every state the person may live in; none when nothing says. */
  get states(): readonly StateCode[] {
    this.#states ??= [...new Set(this.stateClues.flatMap(({ states }) => states))];
    return this.#states;
  }

  debtFact(name: DebtFactName): string | null {
    return this.facts.debt.known[name]?.value ?? null;
  }

  /** The day in the office’s zone: what days of events are compared with. */
  officeDay(at: number): Day {
    // Every rule asks, and nearly all for the same instant.
    if (at !== this.#dayAt) {
      this.#dayAt = at;
      this.#day = localDay(this.facts.zone, at);
    }
    return this.#day;
  }

  /** Events of a kind that are about this debt and bind at the instant, oldest first. */
  eventsOf(kind: LegalEventKind, at: number): readonly LegalEvent[] {
    const { events } = this.facts;
    if (events.length === 0) return none;
    const { accountId } = this.facts.debt;
    return events.filter(
      (event) =>
        event.kind === kind &&
        (event.accountId === null || event.accountId === accountId) &&
        this.isInForce(event, at),
    );
  }

  /** Every event of a kind about this debt, ended ones too. */
  everyEventOf(kind: LegalEventKind): readonly LegalEvent[] {
    const { events } = this.facts;
    if (events.length === 0) return none;
    const { accountId } = this.facts.debt;
    return events.filter(
      (event) => event.kind === kind && (event.accountId === null || event.accountId === accountId),
    );
  }

  isInForce(event: LegalEvent, at: number): boolean {
    if (event.at !== null ? event.at > at : event.on > this.officeDay(at)) return false;
    if (event.endedOn !== null && event.endedOn <= this.officeDay(at)) return false;
    const until = event.detail.untilOn;
    return until === undefined || this.officeDay(at) <= until;
  }

  /** Consents of a kind in force, whatever their scope. */
  consentsTo(kind: ConsentKind, at: number): readonly LegalEvent[] {
    return this.eventsOf('consent', at).filter(({ detail }) => detail.consent === kind);
  }

  /** Contacts about this debt. */
  isAboutDebt(contact: PriorContact): boolean {
    return contact.accountIds.includes(this.facts.debt.accountId);
  }

  /** Calls that reached a number later found to be somebody else’s do not count for this person. */
  isWrongNumber(contact: PriorContact): boolean {
    if (contact.outcome === 'wrong_number') return true;
    if (contact.phoneId === null) return false;
    return this.facts.person.phones.some(
      ({ phoneId, status }) => phoneId === contact.phoneId && status === 'wrong',
    );
  }

  /** A call placed that counts as connected: 1006.14(b)(3)(ii). */
  isConnected(contact: PriorContact): boolean {
    return isConnectedCall(contact);
  }

  isConversation(contact: PriorContact): boolean {
    return isConversation(contact);
  }
}

const none: readonly LegalEvent[] = [];
