"""The licences that a practice may be published under: their names and where their texts are."""

from dataclasses import dataclass

from api.practices.models import Licence


@dataclass(frozen=True, slots=True)
class LicenceText:
    """A licence by its full name, with the address of its text."""

    name: str
    address: str


LICENCES = {
    Licence.CC_BY: LicenceText(
        "Creative Commons Attribution 4.0 International", "https://creativecommons.org/licenses/by/4.0/"
    ),
    Licence.CC_BY_SA: LicenceText(
        "Creative Commons Attribution-ShareAlike 4.0 International", "https://creativecommons.org/licenses/by-sa/4.0/"
    ),
    Licence.CC_BY_NC: LicenceText(
        "Creative Commons Attribution-NonCommercial 4.0 International",
        "https://creativecommons.org/licenses/by-nc/4.0/",
    ),
    Licence.CC0: LicenceText(
        "Creative Commons Zero 1.0 Universal", "https://creativecommons.org/publicdomain/zero/1.0/"
    ),
}
