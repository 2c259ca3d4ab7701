import type { Input, Output } from '../../../shared/contract/index.ts';
import type { WiderRuptureBody } from '../../../shared/model/widerRupture.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { civilDate } from '../documents/civilDate.ts';
import { toCanonical } from '../items/canonical.ts';
import { inOneTransaction, saveDraft, setRemoved } from '../items/commit.ts';
import { whoAmI } from '../items/me.ts';
import { draftsOf, getDraft } from '../items/read.ts';

function listRecords(deps: Deps): Output<'widerRuptures.list'> {
  const records = draftsOf(deps.vault.db(), 'widerRupture')
    .filter(({ body }) => !isUnsaid(body))
    .map(({ item, body }) => ({ item, ...body }))
    .sort((a, b) => (a.noticedOn < b.noticedOn ? 1 : a.noticedOn > b.noticedOn ? -1 : 0));
  return { records };
}

function getRecord(deps: Deps, input: Input<'widerRuptures.get'>): Output<'widerRuptures.get'> {
  return { item: input.item, ...getDraft(deps.vault.db(), 'widerRupture', input.item).body };
}

function beginRecord(deps: Deps): Output<'widerRuptures.begin'> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const unused = draftsOf(db, 'widerRupture').find(({ body }) => isUnsaid(body));
    const item = saveDraft(deps, {
      kind: 'widerRupture',
      ...(unused === undefined ? {} : { item: unused.item }),
      space: whoAmI(db).selfSpace,
      body: { ...empty, noticedOn: civilDate(deps.platform.now()) },
    });
    return { item };
  });
}

function saveRecord(deps: Deps, input: Input<'widerRuptures.save'>): Output<'widerRuptures.save'> {
  const { item, ...said } = input;
  const today = civilDate(deps.platform.now());
  if (said.noticedOn > today || (said.happenedOn ?? '') > today) {
    throw new AppError('date_in_future', 'a day in the future cannot have been noticed yet');
  }
  if (said.happenedOn !== null && said.happenedOn > said.noticedOn) {
    throw new AppError('dates_out_of_order', 'it cannot have happened after it was noticed');
  }
  if (new Set(said.parties.map(({ code }) => code)).size < said.parties.length) {
    throw new AppError('bad_input', 'each party is there once');
  }
  return change(deps, item, (body) => ({
    ...body,
    ...said,
    state: isClosed(said) && body.state === 'open' ? 'resting' : body.state,
  }));
}

function settleRecord(deps: Deps, input: Input<'widerRuptures.settle'>): Output<'widerRuptures.settle'> {
  return change(deps, input.item, (body) => {
    if (isClosed(body))
      throw new AppError('gate_closed', 'the gate is closed: this is not one to settle here');
    if (body.state === 'resting') throw new AppError('resting', 'the record rests');
    if (body.gate === null) throw new AppError('stage_skipped', 'the gate comes before settling');
    if (body.agreed.trim() === '' || body.now.trim() === '') {
      throw new AppError('stage_skipped', 'what was agreed and how it is now come before settling');
    }
    return { ...body, state: 'settled', outcome: input.outcome };
  });
}

function restRecord(deps: Deps, input: Input<'widerRuptures.rest'>): Output<'widerRuptures.rest'> {
  return change(deps, input.item, (body) => {
    if (body.state === 'settled') throw new AppError('stage_skipped', 'it is settled');
    if (!input.isResting && isClosed(body))
      throw new AppError('gate_closed', 'the gate is closed: it stays at rest');
    return { ...body, state: input.isResting ? 'resting' : 'open' };
  });
}

function reopenRecord(deps: Deps, input: Input<'widerRuptures.reopen'>): Output<'widerRuptures.reopen'> {
  return change(deps, input.item, (body) => {
    const { needed, agreed, now, outcome } = body;
    if (body.state !== 'settled' || outcome === null) {
      throw new AppError('stage_skipped', 'only what was settled can come back');
    }
    const before = { needed, agreed, now, outcome, cameBack: input.words };
    return { ...body, ...unmended, earlier: [...body.earlier, before] };
  });
}

function removeRecord(deps: Deps, input: Input<'widerRuptures.remove'>): Output<'widerRuptures.remove'> {
  getDraft(deps.vault.db(), 'widerRupture', input.item);
  setRemoved(deps, input.item, true);
  return {};
}

function restoreRecord(deps: Deps, input: Input<'widerRuptures.restore'>): Output<'widerRuptures.restore'> {
  getDraft(deps.vault.db(), 'widerRupture', input.item);
  setRemoved(deps, input.item, false);
  return {};
}

function change(
  deps: Deps,
  item: string,
  next: (body: WiderRuptureBody) => WiderRuptureBody,
): Record<string, never> {
  return inOneTransaction(deps, () => {
    const db = deps.vault.db();
    const { body } = getDraft(db, 'widerRupture', item);
    saveDraft(deps, { kind: 'widerRupture', item, space: whoAmI(db).selfSpace, body: next(body) });
    return {};
  });
}

const unmended = {
  gate: null,
  needed: '',
  agreed: '',
  now: '',
  state: 'open',
  outcome: null,
} as const satisfies Partial<WiderRuptureBody>;

const empty: Omit<WiderRuptureBody, 'noticedOn'> = {
  setting: null,
  happenedOn: null,
  what: '',
  parties: [],
  affected: '',
  agency: { name: '', protocol: '', sharedWords: [] },
  ...unmended,
  earlier: [],
};

function isUnsaid({ noticedOn: _, ...rest }: WiderRuptureBody): boolean {
  return toCanonical(rest) === toCanonical(empty);
}

function isClosed({ gate }: Pick<WiderRuptureBody, 'gate'>): boolean {
  return gate === 'yes' || gate === 'notSure';
}

/** One line a call, for api.ts. */
export const widerRupturesApi = {
  'widerRuptures.list': listRecords,
  'widerRuptures.get': getRecord,
  'widerRuptures.begin': beginRecord,
  'widerRuptures.save': saveRecord,
  'widerRuptures.settle': settleRecord,
  'widerRuptures.rest': restRecord,
  'widerRuptures.reopen': reopenRecord,
  'widerRuptures.remove': removeRecord,
  'widerRuptures.restore': restoreRecord,
} as const;
