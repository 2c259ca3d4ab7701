// One import line a feature, as in enGB.ts. `npm run check:messages` fails when a key is in one language only.
import care from './cy/care.json' with { type: 'json' };
import choices from './cy/choices.json' with { type: 'json' };
import charts from './cy/charts.json' with { type: 'json' };
import circles from './cy/circles.json' with { type: 'json' };
import agreement from './cy/agreement.json' with { type: 'json' };
import common from './cy/common.json' with { type: 'json' };
import language from './cy/language.json' with { type: 'json' };
import indicators from './cy/indicators.json' with { type: 'json' };
import leaving from './cy/leaving.json' with { type: 'json' };
import devices from './cy/devices.json' with { type: 'json' };
import corridor from './cy/corridor.json' with { type: 'json' };
import dialogs from './cy/dialogs.json' with { type: 'json' };
import documents from './cy/documents.json' with { type: 'json' };
import editor from './cy/editor.json' with { type: 'json' };
import episodes from './cy/episodes.json' with { type: 'json' };
import errors from './cy/errors.json' with { type: 'json' };
import evidence from './cy/evidence.json' with { type: 'json' };
import extracts from './cy/extracts.json' with { type: 'json' };
import feelings from './cy/feelings.json' with { type: 'json' };
import find from './cy/find.json' with { type: 'json' };
import frame from './cy/frame.json' with { type: 'json' };
import help from './cy/help.json' with { type: 'json' };
import kept from './cy/kept.json' with { type: 'json' };
import lookingBack from './cy/lookingBack.json' with { type: 'json' };
import ledger from './cy/ledger.json' with { type: 'json' };
import learning from './cy/learning.json' with { type: 'json' };
import meetings from './cy/meetings.json' with { type: 'json' };
import modelling from './cy/modelling.json' with { type: 'json' };
import noticing from './cy/noticing.json' with { type: 'json' };
import moments from './cy/moments.json' with { type: 'json' };
import packs from './cy/packs.json' with { type: 'json' };
import pages from './cy/pages.json' with { type: 'json' };
import pairs from './cy/pairs.json' with { type: 'json' };
import phrasebook from './cy/phrasebook.json' with { type: 'json' };
import practice from './cy/practice.json' with { type: 'json' };
import preparation from './cy/preparation.json' with { type: 'json' };
import promises from './cy/promises.json' with { type: 'json' };
import reflection from './cy/reflection.json' with { type: 'json' };
import ruptures from './cy/ruptures.json' with { type: 'json' };
import widerRuptures from './cy/widerRuptures.json' with { type: 'json' };
import builtWords from './cy/builtWords.json' with { type: 'json' };
import sessions from './cy/sessions.json' with { type: 'json' };
import settings from './cy/settings.json' with { type: 'json' };
import signing from './cy/signing.json' with { type: 'json' };
import strengths from './cy/strengths.json' with { type: 'json' };
import third from './cy/third.json' with { type: 'json' };
import time from './cy/time.json' with { type: 'json' };
import today from './cy/today.json' with { type: 'json' };
import vault from './cy/vault.json' with { type: 'json' };
import ways from './cy/ways.json' with { type: 'json' };

/** Every Welsh message, by namespace. Awaiting review by a native speaker. */
export const cy = {
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
