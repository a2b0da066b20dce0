"""What the letters of date polls say, in the languages that letters are written in."""

from dataclasses import dataclass

from api.platform.language import Language


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of a letter; ``opening`` comes before what it tells of, ``closing`` after it."""

    subject: str
    opening: str
    closing: str
    action: str


OPENED = {
    Language.ENGLISH: Words(
        "Which dates suit you? {title}",
        "The co-chairs are looking for a date and ask which of these suit your State:",
        "Please answer until {deadline}: yes, if need be, or no to each. One answer counts for your State, the last one given.",
        "Answer",
    ),
    Language.FRENCH: Words(
        "Quelles dates vous conviennent ? {title}",
        "La coprésidence cherche une date et demande lesquelles conviennent à votre État :",
        "Merci de répondre avant l’échéance du {deadline} : oui, si nécessaire ou non pour chacune. Une seule réponse compte pour votre État, la dernière donnée.",
        "Répondre",
    ),
    Language.ARABIC: Words(
        "أيّ المواعيد يناسبكم؟ {title}",
        "يبحث الرئيسان المشاركان عن موعد، ويسألان أيّ هذه المواعيد يناسب دولتكم:",
        "نرجو الردّ قبل {deadline}: نعم، أو عند الضرورة، أو لا، لكلّ موعد. ويُحتسب لدولتكم ردّ واحد هو الأخير.",
        "الردّ",
    ),
}
REMINDER = {
    Language.ENGLISH: Words(
        "Still open: which dates suit you? {title}",
        "Your State has not said yet which of these dates suit it:",
        "Answers are taken until {deadline}. Without one your State is shown as not having answered.",
        "Answer",
    ),
    Language.FRENCH: Words(
        "Toujours ouvert : quelles dates vous conviennent ? {title}",
        "Votre État n’a pas encore dit lesquelles de ces dates lui conviennent :",
        "Les réponses sont reçues jusqu’au {deadline}. Sans réponse, votre État apparaîtra comme n’ayant pas répondu.",
        "Répondre",
    ),
    Language.ARABIC: Words(
        "ما زال السؤال مطروحًا: أيّ المواعيد يناسبكم؟ {title}",
        "لم تذكر دولتكم بعد أيّ هذه المواعيد يناسبها:",
        "تُقبل الردود حتى {deadline}. وإن لم يصل ردّ ظهرت دولتكم ضمن من لم يردّ.",
        "الردّ",
    ),
}
CHOSEN = {
    Language.ENGLISH: Words(
        "The date is chosen: {title}",
        "The co-chairs have chosen this date:",
        "How champions answered is on the page of the poll. An invitation follows, or the one that you have is updated.",
        "See the poll",
    ),
    Language.FRENCH: Words(
        "La date est choisie : {title}",
        "La coprésidence a choisi cette date :",
        "Les réponses des pays champions figurent sur la page du sondage. Une invitation suivra, ou celle que vous avez sera mise à jour.",
        "Voir le sondage",
    ),
    Language.ARABIC: Words(
        "اختير الموعد: {title}",
        "اختار الرئيسان المشاركان هذا الموعد:",
        "تجدون ردود البلدان الرائدة في صفحة الاستطلاع. وتصلكم لاحقًا دعوة، أو تُحدَّث الدعوة التي لديكم.",
        "عرض الاستطلاع",
    ),
}
WITHOUT_DATE = {
    Language.ENGLISH: Words(
        "No date follows from the poll: {title}",
        "The co-chairs have ended this date poll without choosing a date. Their reason:",
        "You may keep these days for other things.",
        "See the poll",
    ),
    Language.FRENCH: Words(
        "Le sondage n’a pas abouti à une date : {title}",
        "La coprésidence a mis fin à ce sondage sans choisir de date. Le motif :",
        "Vous pouvez disposer de ces jours.",
        "Voir le sondage",
    ),
    Language.ARABIC: Words(
        "لم يُسفر الاستطلاع عن موعد: {title}",
        "أنهى الرئيسان المشاركان هذا الاستطلاع دون اختيار موعد. والسبب:",
        "يمكنكم التصرّف في هذه الأيام.",
        "عرض الاستطلاع",
    ),
}
