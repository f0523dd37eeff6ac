"""Titles that stand before a name, and the words by which a line of dialogue is known."""

from __future__ import annotations

from service.prepare.word_lists import words

# A title that the name follows at once. "King", "Pope", "Dr." and the like are part of the name itself, so absent.
TITLE_HEADS = words(
    """
    chair chairman chairwoman chairperson president minister premier chancellor governor mayor mayoress senator
    secretary commissioner councillor councilor councilman councilwoman councilmember director editor spokesman
    spokeswoman spokesperson officer chief executive manager captain colonel general lieutenant sergeant admiral major
    commander ambassador deputy representative congressman congresswoman treasurer clerk marshal coach principal
    superintendent sheriff detective inspector judge justice prosecutor attorney economist engineer keeper
    harbourmaster harbormaster master curator librarian archivist rector dean speaker leader head
    teacher headteacher organiser
    organizer founder co-founder
    owner producer architect historian scientist researcher biologist meteorologist nurse farmer fisherman resident
    ceo cfo cto coo mp mep
    bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin minister ministerin präsident präsidentin
    kanzler kanzlerin bundeskanzler bundeskanzlerin ministerpräsident ministerpräsidentin vorsitzende vorsitzender
    direktor direktorin sprecher sprecherin landrat landrätin
    maire ministre présidente président directeur directrice sénateur sénatrice députée député porte-parole
    alcalde alcaldesa ministra ministro presidenta presidente directora director portavoz senadora senador
    sindaco sindaca direttore direttrice portavoce prefeito prefeita diretor diretora
    burgemeester wethouder voorzitter burmistrz prezydent premier minister dyrektor wójt
    министр президент премьер мэр губернатор директор председатель депутат
    borgmästare statsminister ordförande borgmester kaupunginjohtaja ministeri
    """
)

# Titles that are given names too, so that two words ("Dean Holm") leave it open.
GIVEN_NAMES = words("dean marshal major justice judge")

TITLE_MODIFIERS = words(
    """
    council city town county state national federal regional district village parish school board committee club union
    party deputy vice vice-president assistant acting former interim prime first second senior junior lead head chief
    general managing executive foreign interior defence defense finance health education culture environment energy
    transport trade labour labor agriculture housing justice home opposition majority minority police fire harbour
    harbor port water museum library company staff associate attorney lord lady of for and the us uk eu
    première premier adjoint adjointe vice-président vice-présidente
    primer primera ex stellvertretende stellvertretender
    """
)

# What may follow a comma and is still the name.
SUFFIXES = words("jr sr ii iii iv phd md dphil esq obe cbe mbe kc qc mp mep rn")

# Short turns of a dialogue, which begin with a dash in many languages.
INTERJECTIONS = words(
    """
    yes no oh ah well hello hi thanks please okay ok what why who how never always maybe perhaps really indeed goodbye
    sí si hola gracias bueno claro adiós nunca vale oui non merci bonjour salut jamais bien pourquoi quoi
    ja nein danke hallo doch nie warum sim não obrigado obrigada olá nunca sì grazie ciao mai
    да нет спасибо привет здравствуй здравствуйте хорошо конечно никогда ну tak nie dziękuję cześć
    ναι όχι evet hayır igen nem kyllä ei nej tak tack
    """
)

# A verb of saying after the comma makes it dialogue.
SAYING = words(
    """
    said says asked replied answered cried shouted whispered murmured added told
    dijo dice preguntó respondió contestó exclamó gritó murmuró añadió dit répondit demanda cria murmura ajouta
    sagte fragte antwortete rief disse rispose chiese gridou perguntou respondeu сказал сказала спросил спросила
    ответил ответила крикнул крикнула воскликнул прошептал powiedział powiedziała zapytał zapytała odpowiedział
    odpowiedziała sade sa sier sagde zei vroeg
    """
)
