"""Who leaves and who comes, in the words that ministries have for it."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, contact_entries

OLD, NEW, MAIL = "Pedro Ejemplo Soto", "Ana Prueba Luna", "aprueba@x.example"
LEAVING = """
Les informo que el Lic. {o} ya no labora en este Ministerio.
El Lic. {o} dejó el cargo en diciembre.
El Lic. {o} se jubiló el mes pasado.
El Lic. {o} fue trasladado a otra institución.
El Lic. {o} renunció a su cargo.
El Lic. {o} ha sido removido de su cargo.
El Lic. {o} concluyó su contrato con esta institución.
El Lic. {o} ya no forma parte de esta Dirección.
El Lic. {o} falleció el pasado mes de noviembre.
Favor de dar de baja al Lic. {o}.
Favor dar de baja de la lista al Lic. {o}, quien ya no trabaja con nosotros.
Solicitamos eliminar de la lista al Lic. {o}.
Agradeceremos retirar de la lista de contactos el nombre del Lic. {o}.
Sírvanse eliminar los datos del Lic. {o}.
Se retira al Lic. {o} de la lista.
El Lic. {o} ya no es funcionario de esta Secretaría.
El Lic. {o} ya no es nuestro punto focal.
El Lic. {o} ya no atiende los temas migratorios.
El Lic. {o} ya no está con nosotros.
El Lic. {o} se encuentra fuera de la institución desde enero.
El Lic. {o} pasó a otra dependencia del Estado.
El Lic. {o} dejó de prestar sus servicios en esta institución.
El Lic. {o} causó baja en esta institución.
Por haber dejado la institución, favor borrar al Lic. {o}.
Mr. {o} has left the Department.
Mr. {o} is no longer with the Ministry.
Mr. {o} retired in December.
Mr. {o} no longer works here.
Please remove Mr. {o} from the list.
Please delete Mr. {o} from your contact list.
Kindly take Mr. {o} off the list.
Mr. {o} has been transferred to another ministry.
Mr. {o} has moved on to another position.
Mr. {o} resigned last month.
Mr. {o} has been reassigned to another department.
Mr. {o} should be removed from the list.
Mr. {o} is no longer our focal point.
Mr. {o} passed away in November.
Mr. {o}'s term ended in December.
Mr. {o} left the public service last year.
""".strip().splitlines()
SUCCESSION = """
En lugar del Lic. {o} queda la Licda. {n}, {p}, correo {m}.
En sustitución del Lic. {o} se ha designado a la Licda. {n}, {p}, correo {m}.
La Licda. {n}, {p}, sustituye al Lic. {o}; su correo es {m}.
La Licda. {n}, {p} ({m}), reemplaza al Lic. {o}.
El Lic. {o} fue sustituido por la Licda. {n}, {p}, correo {m}.
El Lic. {o} ha sido reemplazado por la Licda. {n}, {p}, {m}.
El Lic. {o} ya no labora con nosotros y en su lugar se nombró a la Licda. {n}, {p}, {m}.
El Lic. {o} dejó el cargo; lo sucede la Licda. {n}, {p}, {m}.
Se designa a la Licda. {n}, {p}, en reemplazo del Lic. {o}. Correo: {m}.
Se ha nombrado a la Licda. {n} como {p} en sustitución del Lic. {o}. Su correo es {m}.
Favor sustituir al Lic. {o} por la Licda. {n}, {p}, correo {m}.
Favor cambiar al Lic. {o} por la Licda. {n}, {p}, correo {m}.
A partir de la fecha, la Licda. {n}, {p}, asume las funciones del Lic. {o}. Su correo electrónico es {m}.
La nueva titular es la Licda. {n}, {p}, quien asumió en lugar del Lic. {o} ({m}).
El Lic. {o} se retiró y su puesto lo ocupa ahora la Licda. {n}, {p}, {m}.
Quien ocupa el lugar del Lic. {o} es la Licda. {n}, {p}, {m}.
Sale el Lic. {o} y entra la Licda. {n}, {p}, {m}.
Baja: Lic. {o}. Alta: Licda. {n}, {p}, {m}.
El puesto del Lic. {o} lo asumió la Licda. {n}, {p}, correo {m}.
Con motivo de la jubilación del Lic. {o}, el nuevo contacto es la Licda. {n}, {p}, {m}.
Ms. {n}, {p}, has replaced Mr. {o}. Her e-mail is {m}.
Mr. {o} has been replaced by Ms. {n}, {p}, {m}.
Mr. {o} has left; Ms. {n}, {p}, takes his place ({m}).
Ms. {n}, {p}, will take over from Mr. {o}; e-mail {m}.
Please replace Mr. {o} with Ms. {n}, {p}, {m}.
Ms. {n} ({p}, {m}) succeeds Mr. {o}.
Mr. {o} is no longer with us. The new contact is Ms. {n}, {p}, {m}.
Mr. {o} has retired and has been succeeded by Ms. {n}, {p}, {m}.
In place of Mr. {o}, please list Ms. {n}, {p}, {m}.
Mr. {o} moved to another post and Ms. {n}, {p}, is now our focal point ({m}).
Effective January 1, Ms. {n}, {p}, replaces Mr. {o}. You can reach her at {m}.
""".strip().splitlines()


@pytest.mark.parametrize("said", LEAVING)
def test_who_leaves(said: str) -> None:
    (entry,) = contact_entries(said.format(o=OLD), "HN")
    assert (all_shown(entry)["change"], all_shown(entry)["name"]) == ("leave", OLD)


@pytest.mark.parametrize("said", SUCCESSION)
def test_who_comes_instead(said: str) -> None:
    post = "Program Officer" if "Ms." in said else "Directora de Fronteras"
    shown = [all_shown(each) for each in contact_entries(said.format(o=OLD, n=NEW, p=post, m=MAIL), "HN")]
    (new,) = (each for each in shown if each.get("name") == NEW)
    assert (new["position"], new["email"]) == (post, [MAIL])
    old = [each for each in shown if each.get("name") == OLD]
    assert new.get("replaces") == OLD or [each["change"] for each in old] == ["leave"]
    assert all("email" not in each for each in old)


@pytest.mark.parametrize(
    "said",
    [
        "Asume las funciones de Directora la Licda. {n}, {m}.",
        "La Licda. {n} ya no atiende el teléfono 2230-0040, sino el 2230-0041.",
        "El Lic. {n} no se retira de la lista.",
        "Please do not take Ms. {n} off the list.",
        "El puesto del Lic. {n} es ahora Director de Fronteras.",
    ],
)
def test_who_stays(said: str) -> None:
    for entry in contact_entries(said.format(n=NEW, m=MAIL), "HN"):
        assert all_shown(entry).get("change") != "leave"
