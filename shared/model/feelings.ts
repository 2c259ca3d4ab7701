/**
 * Our own list of feelings, in six families, for people who look for a word. Not taken from any published wheel or scale.
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

export function isFeeling(key: string): key is Feeling {
  return (feelings as readonly string[]).includes(key);
}
