// Imported before the first schema is made: zod otherwise compiles its parsers with `new Function`,
// which the Content-Security-Policy reports as a violation even where zod catches the error.
import * as z from 'zod/mini'

z.config({ jitless: true })
