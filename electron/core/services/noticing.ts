import type { Input, Output } from '../../../shared/contract/index.ts';
import { isEmptyNoticing, isEmptyStandpoint } from '../../../shared/model/noticing.ts';
import { AppError } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { civilDate } from '../documents/civilDate.ts';
import { entriesByDay, keepEntry, mustHaveCome } from '../items/kept.ts';

function listNoticing(deps: Deps): Output<'noticing.list'> {
  return { entries: entriesByDay(deps, 'noticing').reverse() };
}

function saveNoticing(deps: Deps, { item, ...body }: Input<'noticing.save'>): Output<'noticing.save'> {
  mustHaveCome(body.date, civilDate(deps.platform.now()));
  return keepEntry(deps, { kind: 'noticing', item, body, isEmpty: isEmptyNoticing(body) });
}

function listStandpoints(deps: Deps): Output<'standpoint.list'> {
  const today = civilDate(deps.platform.now());
  const entries = entriesByDay(deps, 'standpoint').map((entry) => ({
    ...entry,
    lookNow: entry.lookAgainOn !== null && entry.lookAgainOn <= today,
  }));
  return { entries };
}

function saveStandpoint(deps: Deps, { item, ...body }: Input<'standpoint.save'>): Output<'standpoint.save'> {
  mustHaveCome(body.date, civilDate(deps.platform.now()));
  if (body.lookAgainOn !== null && body.lookAgainOn < body.date) {
    throw new AppError('dates_out_of_order', 'looking again comes after the first look');
  }
  return keepEntry(deps, { kind: 'standpoint', item, body, isEmpty: isEmptyStandpoint(body) });
}

export const noticingApi = {
  'noticing.list': listNoticing,
  'noticing.save': saveNoticing,
  'standpoint.list': listStandpoints,
  'standpoint.save': saveStandpoint,
} as const;
