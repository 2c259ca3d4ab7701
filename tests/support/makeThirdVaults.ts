import { makeRepairOfTwo } from './third.ts';

/* Run by itself (`node makeThirdVaults.ts ROOT FOLDER`), as makeJoinedVaults.ts is: a repair of two, and whom they may ask. */
const [, , root, folder] = process.argv;
if (root === undefined || folder === undefined) throw new Error('where to?');
await makeRepairOfTwo({ root, folder, now: new Date().toISOString() });
