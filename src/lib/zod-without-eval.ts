// Must be imported before the first schema is created: zod would otherwise compile its parsers with `new Function`,
// which the Content-Security-Policy reports as a violation even though zod catches the error.
import * as z from 'zod/mini'

z.config({ jitless: true })
