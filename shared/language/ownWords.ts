import type { WrittenLanguage } from './sentences.ts';

/* The words by which `aboutOneself.ts` tells of whom a clause speaks. Folded: lower case, without accents. */

type Words = {
  /** The writer, in the first person singular. */
  readonly self: ReadonlySet<string>;
  /** The writer, spoken of as if from outside, as records have it. */
  readonly selfPhrases: readonly (readonly string[])[];
  /** Words that somebody else is named by, or that can only begin with them. */
  readonly others: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  /** Conjunctions that stand for somebody named just before. */
  readonly relatives: ReadonlySet<string>;
  /** A sentence that begins so has not named anybody yet. */
  readonly openings: ReadonlySet<string>;
  /** A sentence that begins so tells, as diaries do, what the writer did; whoever comes after it had it done to them. */
  readonly deeds: ReadonlySet<string>;
  /** A sentence that begins so goes on, after a comma, with a clause that may begin with "the" and its like. */
  readonly subordinate: ReadonlySet<string>;
};

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const ownWords: Readonly<Record<WrittenLanguage, Words>> = {
  'en-GB': {
    self: set('i me my mine myself im ive'),
    selfPhrases: ['the writer', 'this writer', 'the author', 'this author', 'the undersigned'].map(split),
    others: set(
      'he she they we you his her their our your who everyone everybody somebody someone nobody ' +
        'mum mam mom dad nan nain taid gran grandad grandmother grandfather mother father parent parents stepfather ' +
        'stepmother brother sister siblings son daughter baby child children boy girl teenager family families aunt ' +
        'uncle cousin carer carers partner husband wife neighbour friend friends person people woman man women men ' +
        'client clients user users teacher teachers school nursery health police hospital housing agency service ' +
        'services team colleague colleagues manager supervisor worker workers nurse doctor midwife gp court solicitor ' +
        'home house behaviour meeting review visit plan call',
    ),
    conjunctions: set('and but so because when while although though if whereas until since where or'),
    relatives: set('who which whose'),
    openings: set(
      'when then again also yesterday today tomorrow tonight still clearly just not never always so but and or if as ' +
        'after before during in on at by with without for from to of because while although though since until where ' +
        'very really too maybe perhaps felt was were had did been being went got came tried could should would might ' +
        'may must will is are am has have do does don didn wasn couldn too quite more most only even once later first ' +
        'last totally completely utterly honestly basically simply obviously probably possibly definitely absolutely ' +
        'badly sadly tried wanted needed managed ended started stopped asked looked seemed ashamed embarrassed ' +
        'disappointed tired stressed annoyed scared worried shocked upset angry sorry guilty the this that these those a an',
    ),
    deeds: set(
      'rang met saw visited spoke wrote sat drove left talked called forgot missed said thought knew lost made gave took ' +
        'read told asked tried wanted needed felt went came got had did should could would might must helped let kept ' +
        'found heard emailed texted phoned chaired attended struggled managed ' +
        'failed refused denied',
    ),
    subordinate: set('when after before while as if although though since because once until where'),
  },
  cy: {
    self: set(
      'fi fy myfi minnau finnau innau dwi rwy rwyf rydw ydw ydwyf wyf oeddwn roeddwn byddaf byddwn bydda wnes ' +
        'gwnes gwnaf wnaf es des ces cefais gefais chefais bues bum euthum deuthum hoffwn dylwn ddylwn gallaf allaf ' +
        'galla medraf fedraf medra credaf gredaf teimlaf deimlaf gennyf arnaf ataf wrthyf amdanaf ynof ohonof drosof ' +
        'imi',
    ),
    selfPhrases: ['yr awdur', 'yr awdur hwn', 'yr ysgrifennwr', 'on i', 'o n i', 'i mi'].map(split),
    others: set(
      'ef fe fo hi nhw hwy hwythau yntau hithau ni chi eu ein eich mam fam dad tad nain taid mamgu tadcu rhiant rhieni ' +
        'plentyn plant blentyn blant mab merch ferch bachgen teulu theulu deulu brawd chwaer gofalwr gofalwyr partner ' +
        'gwr gwraig wraig dyn menyw pobl bobl person athro athrawes ysgol heddlu meddyg nyrs tim cydweithiwr ' +
        'cydweithwyr rheolwr goruchwyliwr gweithiwr cyfarfod adolygiad ymweliad asiantaeth gwasanaeth gwasanaethau cymydog cartref ty ymddygiad',
    ),
    conjunctions: set('a ac ond felly achos oherwydd pan os er tra gan nes neu'),
    relatives: set('sydd sy'),
    openings: set(
      'yna wedyn eto hefyd ddoe heddiw yfory heno dal yn ar ar i o am gan gyda heb wrth cyn pan os a ac ond felly ' +
        'achos oherwydd er tra nes dim nid ni na byth wastad bob yn iawn efallai wedi gwneud mynd dod teimlo methu ' +
        'gwrthod ceisio trio dylai gallu y yr blinedig trist',
    ),
    deeds: set(
      'ffonio cwrdd gweld ymweld siarad ysgrifennu gadael anghofio methu gwrthod ceisio trio mynd dod cael dweud',
    ),
    subordinate: set('pan wedi ar cyn os er tra gan'),
  },
};

function split(phrase: string): readonly string[] {
  return phrase.split(' ');
}

/**
 * Past tenses in -ais (gwelais) and -es (gweles) are the writer's; these words only end so. Verbs in -af and -wn are not
 * told from other words (mwyaf, gwn) and stand in the list above.
 */
const notFirstPerson = set(
  'trais drais thrais nhrais cais gais chais nghais llais lais dyfais ddyfais malais falais sais pais bais clais glais',
);

export function isFirstPersonPast(folded: string): boolean {
  return folded.length > 4 && folded.endsWith('ais') && !notFirstPerson.has(folded);
}

const auxiliaries = set(
  'is was had has did does would will could can may might must should seemed became came went said told rang left got ' +
    'made gave took kept felt thought knew never always also then again still',
);

/** What stands after a name that opens an English sentence: a verb. "Hopeless day" is no name with its verb. */
export function isVerbAfterName(folded: string): boolean {
  return auxiliaries.has(folded) || /(?:ed|[^s]s)$/.test(folded);
}

const thirdPerson = set('mae maen roedd oedd bydd byddai yw maent roedden oedden');

/** Of the third person by its ending (dywedodd, aeth) or as a form of "to be": never the writer. */
export function isThirdPerson(folded: string): boolean {
  return /.(?:odd|aeth)$/.test(folded) || thirdPerson.has(folded);
}
