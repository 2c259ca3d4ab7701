/**
 * Our own list of feelings, fifteen in each of six families, for people who look for a word. Not taken from any published wheel or scale.
 * The words themselves are messages: `feelings.<key>`; families `feelings.family.<name>`.
 */
export const feelingFamilies = [
  {
    family: 'heavy',
    feelings: [
      'sad',
      'tired',
      'flat',
      'lonely',
      'hopeless',
      'tearful',
      'drained',
      'numb',
      'grieving',
      'weary',
      'low',
      'burdened',
      'discouraged',
      'empty',
      'heartbroken',
    ],
  },
  {
    family: 'uneasy',
    feelings: [
      'worried',
      'afraid',
      'tense',
      'onGuard',
      'unsafe',
      'jumpy',
      'dreading',
      'shaken',
      'overwhelmed',
      'torn',
      'restless',
      'unsure',
      'rushed',
      'alarmed',
      'suspicious',
    ],
  },
  {
    family: 'stung',
    feelings: [
      'angry',
      'irritated',
      'resentful',
      'hurt',
      'blamed',
      'dismissed',
      'betrayed',
      'trapped',
      'fedUp',
      'jealous',
      'unheard',
      'letDown',
      'frustrated',
      'used',
      'disgusted',
    ],
  },
  {
    family: 'turnedInward',
    feelings: [
      'guilty',
      'ashamed',
      'doubting',
      'small',
      'exposed',
      'useless',
      'regretful',
      'stuck',
      'confused',
      'outOfDepth',
      'failing',
      'notEnough',
      'helpless',
      'awkward',
      'farFromMyself',
    ],
  },
  {
    family: 'settled',
    feelings: [
      'calm',
      'relieved',
      'steady',
      'safe',
      'rested',
      'clear',
      'accepting',
      'unhurried',
      'patient',
      'quiet',
      'content',
      'lighter',
      'free',
      'sure',
      'supported',
    ],
  },
  {
    family: 'lifted',
    feelings: [
      'glad',
      'moved',
      'hopeful',
      'proud',
      'thankful',
      'curious',
      'close',
      'trusted',
      'energised',
      'tender',
      'amused',
      'inspired',
      'playful',
      'eager',
      'valued',
    ],
  },
] as const;

/** "No word for it" is an answer like any other. */
export const noWordForIt = 'noWord' as const;
export type Feeling = (typeof feelingFamilies)[number]['feelings'][number] | typeof noWordForIt;

export const feelings: readonly Feeling[] = [
  ...feelingFamilies.flatMap((family) => family.feelings),
  noWordForIt,
];

export type FeelingFamily = (typeof feelingFamilies)[number]['family'];

/** Whether it is a key of our own list, not a word that the person wrote. */
export function isFeeling(key: string): key is Feeling {
  return (feelings as readonly string[]).includes(key);
}
