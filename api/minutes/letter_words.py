"""The words of the letters about minutes: subject, what is so, what one may do, and the label of the link."""

from api.platform.language import Language

Words = dict[Language, tuple[str, str, str, str]]

CIRCULATED: Words = {
    Language.ENGLISH: (
        "Minutes to check by {day}: {title}",
        "The minutes of this meeting are circulated: {title}.",
        "If an item should read otherwise, propose the text until {deadline}. They name no champion that did not ask to be named; you may ask for that too. Without a correction from you, nothing is to be done.",
        "Read the minutes",
    ),
    Language.FRENCH: (
        "Compte rendu à relire avant le {day} : {title}",
        "Le compte rendu de cette réunion est diffusé : {title}.",
        "Si un point doit se lire autrement, proposez votre texte jusqu’au {deadline}. Aucun pays champion n’y est nommé sans l’avoir demandé ; vous pouvez aussi le demander. Si vous n’avez pas de correction, vous n’avez rien à faire.",
        "Lire le compte rendu",
    ),
    Language.ARABIC: (
        "محضر للمراجعة قبل {day}: {title}",
        "عُمِّم محضر هذا الاجتماع: {title}.",
        "إن كان ينبغي أن يُقرأ بند على نحو آخر فاقترحوا نصه حتى {deadline}. ولا يُذكر في المحضر اسم أي دولة رائدة لم تطلب ذلك، ولكم أن تطلبوه أيضا. وإن لم يكن لديكم تصويب فليس عليكم شيء.",
        "قراءة المحضر",
    ),
}
REMINDER: Words = {
    Language.ENGLISH: (
        "Two days left to correct the minutes: {title}",
        "Your State took part in this meeting and has proposed no correction to its minutes: {title}.",
        "Corrections are taken until {deadline}. If the minutes are right as they are, nothing is to be done.",
        "Read the minutes",
    ),
    Language.FRENCH: (
        "Plus que deux jours pour corriger le compte rendu : {title}",
        "Votre État a pris part à cette réunion et n’a pas proposé de correction à son compte rendu : {title}.",
        "Les corrections sont reçues jusqu’au {deadline}. Si le compte rendu est juste, vous n’avez rien à faire.",
        "Lire le compte rendu",
    ),
    Language.ARABIC: (
        "بقي يومان لتصويب المحضر: {title}",
        "شاركت دولتكم في هذا الاجتماع ولم تقترح تصويبا لمحضره: {title}.",
        "تُقبل التصويبات حتى {deadline}. وإن كان المحضر صحيحا كما هو فليس عليكم شيء.",
        "قراءة المحضر",
    ),
}
ADOPTED: Words = {
    Language.ENGLISH: (
        "Minutes adopted: {title}",
        "The minutes of this meeting are adopted, and their text is locked: {title}.",
        "They are there to read, with the decisions and the action items, and as a document to pass on.",
        "Read the minutes",
    ),
    Language.FRENCH: (
        "Compte rendu adopté : {title}",
        "Le compte rendu de cette réunion est adopté et son texte est verrouillé : {title}.",
        "Il peut être lu, avec les décisions et les actions convenues, et transmis comme document.",
        "Lire le compte rendu",
    ),
    Language.ARABIC: (
        "اعتُمد المحضر: {title}",
        "اعتُمد محضر هذا الاجتماع وأُقفل نصه: {title}.",
        "يمكن الاطلاع عليه مع القرارات والإجراءات المتفق عليها، كما يمكن تنزيله وثيقةً تُعمَّم.",
        "قراءة المحضر",
    ),
}
TAKEN: Words = {
    Language.ENGLISH: (
        "Your correction is taken: {title}",
        "The co-chairs took your correction into the minutes of “{title}”.",
        "{reason}",
        "Read the minutes",
    ),
    Language.FRENCH: (
        "Votre correction est retenue : {title}",
        "La coprésidence a repris votre correction dans le compte rendu du point « {title} ».",
        "{reason}",
        "Lire le compte rendu",
    ),
    Language.ARABIC: (
        "قُبل تصويبكم: {title}",
        "أدرج الرئيسان المشاركان تصويبكم في محضر البند «{title}».",
        "{reason}",
        "قراءة المحضر",
    ),
}
DECLINED: Words = {
    Language.ENGLISH: (
        "Your correction is declined: {title}",
        "The co-chairs did not take your correction to the minutes of “{title}”. They say why:",
        "{reason}",
        "Read the minutes",
    ),
    Language.FRENCH: (
        "Votre correction n’est pas retenue : {title}",
        "La coprésidence n’a pas repris votre correction au compte rendu du point « {title} ». Elle en donne la raison :",
        "{reason}",
        "Lire le compte rendu",
    ),
    Language.ARABIC: (
        "لم يُقبل تصويبكم: {title}",
        "لم يأخذ الرئيسان المشاركان بتصويبكم لمحضر البند «{title}»، وبيّنا السبب:",
        "{reason}",
        "قراءة المحضر",
    ),
}
