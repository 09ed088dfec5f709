import type { ComponentProps } from 'react'
import { SerialNumberTaken } from './serial-number-taken'
import { TextField } from '@/ui/text-field'

interface SerialNumberFieldProps extends Omit<ComponentProps<typeof TextField>, 'label'> {
  /** The serial number that was refused because another plant has it. */
  taken: string | undefined
  onOpenPlant: (plantId: string) => void
}

/** Field for a serial number; leads to the plant that has it already. */
export function SerialNumberField({ taken, onOpenPlant, ...field }: SerialNumberFieldProps) {
  return (
    <div className="flex flex-col gap-1">
      <TextField
        label="Serial number"
        isRequired
        autoComplete="off"
        spellCheck={false}
        {...field}
      />
      {taken ? <SerialNumberTaken serialNumber={taken} onOpenPlant={onOpenPlant} /> : null}
    </div>
  )
}
