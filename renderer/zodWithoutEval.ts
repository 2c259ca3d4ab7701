import { z } from 'zod';

// zod would compile parsers with `new Function`; trying to is a violation of our content policy, reported as such.
// Must be imported before any schema is made.
z.config({ jitless: true });
