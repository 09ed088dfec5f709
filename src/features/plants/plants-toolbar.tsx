import { preloadNewPlantDialog } from './new-plant'
import { type AuthMethod, authMethodSchema } from '@/api/plant-schemas'
import { authMethods } from '@/domain/credentials/auth-methods'
import { formatCount } from '@/lib/format-count'
import { NewPlantButton } from '@/plant-ui/new-plant-button'
import { NativeSelect } from '@/ui/native-select'

interface PlantsToolbarProps {
  /** Null when the list doesn't state a total; undefined before it is loaded. */
  total: number | null | undefined
  authMethod: AuthMethod | undefined
  /** The reason why this user may not create plants. */
  createRefusal: string | undefined
  onFilter: (authMethod: AuthMethod | undefined) => void
  onCreate: () => void
}

/** Heading of the list with the number of plants, the filter and the button for a new plant. */
export function PlantsToolbar(props: PlantsToolbarProps) {
  const { total, authMethod, createRefusal, onFilter, onCreate } = props
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <h1 className="flex-1 text-xl font-semibold">
        Plants{' '}
        <span className="text-base font-normal text-muted tabular-nums">
          {total === null ? 'total unknown' : total !== undefined && formatCount(total)}
        </span>
      </h1>
      <NativeSelect
        label="Authentication method"
        isLabelHidden
        className="min-w-52 max-md:order-last max-md:w-full"
        value={authMethod ?? ''}
        onChange={({ target }) =>
          onFilter(authMethodSchema.options.find((m) => m === target.value))
        }
      >
        <option value="">All authentication methods</option>
        {authMethodSchema.options.map((method) => (
          <option key={method} value={method}>
            {authMethods[method].label}
          </option>
        ))}
      </NativeSelect>
      <NewPlantButton
        createRefusal={createRefusal}
        onCreate={onCreate}
        onCreateIntent={preloadNewPlantDialog}
      />
    </div>
  )
}
