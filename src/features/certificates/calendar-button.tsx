import { CalendarPlus } from 'lucide-react'
import { publicPath } from '@/lib/base-path'
import { codePart } from '@/lib/code-part'
import { serverNow } from '@/lib/server-clock'
import { Button } from '@/ui/button'
import type { ButtonSize } from '@/ui/button-class'
import { saveFile } from '@/ui/save-file'
import { reportFileFailure } from '@/ui/use-table-export'

const calendarPart = codePart(() => import('./renewal-calendar'))

interface CalendarButtonProps {
  fileName: string
  /** Returns the content of the file. */
  write: (code: CalendarCode, context: { origin: string; nowMs: number }) => string
  /** Distinguishes the button from others on the same page. */
  what?: string
  size?: ButtonSize
  disabledReason?: string | undefined
}

type CalendarCode = Awaited<ReturnType<typeof calendarPart.load>>

export function CalendarButton(props: CalendarButtonProps) {
  const { fileName, write, what, size = 'md', disabledReason } = props
  async function save() {
    try {
      const origin = location.origin + publicPath('')
      const content = write(await calendarPart.load(), { origin, nowMs: serverNow() })
      saveFile({ name: `${fileName}.ics`, content, type: 'text/calendar;charset=utf-8' })
    } catch (error) {
      await reportFileFailure(error)
    }
  }

  return (
    <Button
      size={size}
      disabledReason={disabledReason}
      aria-label={what && `Export calendar of ${what}`}
      icon={<CalendarPlus aria-hidden className="size-4 max-md:hidden" />}
      onPointerEnter={calendarPart.preload}
      onFocus={calendarPart.preload}
      onClick={save}
    >
      Export calendar
    </Button>
  )
}
