import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense, lazy, useState } from 'react'
import { plantsQuery } from './plants-query.ts'

const loadDialog = async () => ({
  default: (await import('./new-plant-dialog.tsx')).NewPlantDialog,
})
const NewPlantDialog = lazy(loadDialog)

export function PlantsPage() {
  const { data } = useSuspenseQuery(plantsQuery)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" onPointerEnter={() => void loadDialog()} onClick={() => setOpen(true)}>
        New plant
      </button>
      <Suspense>{isOpen ? <NewPlantDialog /> : null}</Suspense>
      <table>
        <tbody>
          {data.data.map((plant) => (
            <tr key={plant.id}>
              <td>
                <Link to="/plants/$plantId" params={{ plantId: plant.id }}>
                  {plant.name}
                </Link>
              </td>
              <td>{plant.serialNumber}</td>
              <td>{plant.type}</td>
              <td>{plant.status}</td>
              <td>{plant.lifecycleStatus}</td>
              <td>{plant.authMethod}</td>
              <td>{plant.lastSeenAt}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
