import { Plus, Trash2 } from 'lucide-react'
import { type UseFormReturn, useFieldArray, useWatch } from 'react-hook-form'
import type { PlanValues } from '@/domain/runs/plan-form'
import { limitLabel, listedAttributes } from '@/domain/runs/setting-words'
import { Button } from '@/ui/button'
import { IconButton } from '@/ui/icon-button'
import { NativeSelect } from '@/ui/native-select'
import { TextField } from '@/ui/text-field'
import { visibleText } from '@/ui/visible-text'

interface LimitFieldsProps {
  form: UseFormReturn<PlanValues>
  metadataKeys: () => readonly string[]
  basisOf: (attribute: string) => string
}

/** Limits on what is in flight: at most a share of the plants that have something in common. */
export function LimitFields({ form, metadataKeys, basisOf }: LimitFieldsProps) {
  const { control, register, formState } = form
  const { fields, append, remove } = useFieldArray({ control, name: 'settings.limits' })
  const limits = useWatch({ control, name: 'settings.limits' })
  const options = [...listedAttributes, ...metadataKeys()]
  const used = new Set(limits.map(({ attribute }) => attribute))
  const unused = options.find((attribute) => !used.has(attribute))
  return (
    <fieldset className="mt-4 flex flex-col gap-3">
      <legend className="mb-1 text-sm font-medium">Limits on what is in flight</legend>
      <p className="text-xs text-muted">
        A plant waits while more than this share of the plants with the same value await an answer.
      </p>
      {fields.map((field, place) => (
        <div key={field.id} className="flex flex-wrap items-start gap-x-3 gap-y-1">
          <TextField
            label="At most (%)"
            className="w-24"
            inputMode="numeric"
            autoComplete="off"
            error={formState.errors.settings?.limits?.[place]?.percent ? 'From 1 to 100.' : null}
            {...register(`settings.limits.${place}.percent`, { valueAsNumber: true })}
          />
          <NativeSelect
            label="Of one"
            className="min-w-44"
            description={basisOf(limits[place]?.attribute ?? '')}
            {...register(`settings.limits.${place}.attribute`)}
          >
            {options
              .filter((one) => one === limits[place]?.attribute || !used.has(one))
              .map((one) => (
                <option key={one} value={one}>
                  {visibleText(limitLabel(one))}
                </option>
              ))}
          </NativeSelect>
          <IconButton
            label="Remove limit"
            className="mt-6 max-md:mt-0"
            onClick={() => remove(place)}
          >
            <Trash2 aria-hidden className="size-4" />
          </IconButton>
        </div>
      ))}
      <Button
        size="sm"
        className="self-start"
        icon={<Plus aria-hidden className="size-3.5" />}
        disabledReason={unused === undefined ? 'Every attribute has a limit.' : null}
        onClick={() => append({ attribute: unused ?? '', percent: 10 })}
      >
        Add limit
      </Button>
    </fieldset>
  )
}
