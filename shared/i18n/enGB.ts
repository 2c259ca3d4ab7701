// One import line a feature; the key on the left is the namespace: `t('vault.unlock.title')` reads vault.json.
import care from './en-GB/care.json' with { type: 'json' };
import choices from './en-GB/choices.json' with { type: 'json' };
import charts from './en-GB/charts.json' with { type: 'json' };
import circles from './en-GB/circles.json' with { type: 'json' };
import agreement from './en-GB/agreement.json' with { type: 'json' };
import common from './en-GB/common.json' with { type: 'json' };
import language from './en-GB/language.json' with { type: 'json' };
import indicators from './en-GB/indicators.json' with { type: 'json' };
import leaving from './en-GB/leaving.json' with { type: 'json' };
import devices from './en-GB/devices.json' with { type: 'json' };
import corridor from './en-GB/corridor.json' with { type: 'json' };
import dialogs from './en-GB/dialogs.json' with { type: 'json' };
import documents from './en-GB/documents.json' with { type: 'json' };
import editor from './en-GB/editor.json' with { type: 'json' };
import episodes from './en-GB/episodes.json' with { type: 'json' };
import errors from './en-GB/errors.json' with { type: 'json' };
import evidence from './en-GB/evidence.json' with { type: 'json' };
import extracts from './en-GB/extracts.json' with { type: 'json' };
import feelings from './en-GB/feelings.json' with { type: 'json' };
import find from './en-GB/find.json' with { type: 'json' };
import frame from './en-GB/frame.json' with { type: 'json' };
import help from './en-GB/help.json' with { type: 'json' };
import kept from './en-GB/kept.json' with { type: 'json' };
import lookingBack from './en-GB/lookingBack.json' with { type: 'json' };
import ledger from './en-GB/ledger.json' with { type: 'json' };
import learning from './en-GB/learning.json' with { type: 'json' };
import meetings from './en-GB/meetings.json' with { type: 'json' };
import modelling from './en-GB/modelling.json' with { type: 'json' };
import noticing from './en-GB/noticing.json' with { type: 'json' };
import moments from './en-GB/moments.json' with { type: 'json' };
import packs from './en-GB/packs.json' with { type: 'json' };
import pages from './en-GB/pages.json' with { type: 'json' };
import pairs from './en-GB/pairs.json' with { type: 'json' };
import phrasebook from './en-GB/phrasebook.json' with { type: 'json' };
import practice from './en-GB/practice.json' with { type: 'json' };
import preparation from './en-GB/preparation.json' with { type: 'json' };
import promises from './en-GB/promises.json' with { type: 'json' };
import reflection from './en-GB/reflection.json' with { type: 'json' };
import ruptures from './en-GB/ruptures.json' with { type: 'json' };
import widerRuptures from './en-GB/widerRuptures.json' with { type: 'json' };
import builtWords from './en-GB/builtWords.json' with { type: 'json' };
import sessions from './en-GB/sessions.json' with { type: 'json' };
import settings from './en-GB/settings.json' with { type: 'json' };
import signing from './en-GB/signing.json' with { type: 'json' };
import strengths from './en-GB/strengths.json' with { type: 'json' };
import third from './en-GB/third.json' with { type: 'json' };
import time from './en-GB/time.json' with { type: 'json' };
import today from './en-GB/today.json' with { type: 'json' };
import vault from './en-GB/vault.json' with { type: 'json' };
import ways from './en-GB/ways.json' with { type: 'json' };

/** Every English message, by namespace. English is the catalogue that keys are typed from. */
export const enGB = {
  care,
  choices,
  charts,
  circles,
  agreement,
  common,
  devices,
  language,
  indicators,
  leaving,
  corridor,
  dialogs,
  documents,
  editor,
  episodes,
  errors,
  evidence,
  extracts,
  feelings,
  find,
  frame,
  help,
  kept,
  ledger,
  learning,
  lookingBack,
  meetings,
  modelling,
  noticing,
  moments,
  packs,
  pages,
  pairs,
  phrasebook,
  practice,
  preparation,
  promises,
  reflection,
  ruptures,
  widerRuptures,
  builtWords,
  sessions,
  settings,
  signing,
  strengths,
  third,
  time,
  today,
  vault,
  ways,
} as const;
