<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="fr_FR">
<context>
    <name>AuthoritiesPage</name>
    <message>
        <source>Écrit</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>Compris comme</source>
        <translation>Read as</translation>
    </message>
    <message>
        <source>Lignes</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>Pourquoi</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Noms compris autrement qu’écrits</source>
        <translation>Names read differently from how they are written</translation>
    </message>
    <message>
        <source>◆ %1 nom désigne plusieurs collectivités&#x202f;: laquelle&#x202f;?</source>
        <translation>◆ %1 name fits several authorities: which one?</translation>
    </message>
    <message>
        <source>◆ %1 noms désignent plusieurs collectivités&#x202f;: lesquelles&#x202f;?</source>
        <translation>◆ %1 names fit several authorities: which ones?</translation>
    </message>
    <message>
        <source>%1 nom compris autrement qu’écrit</source>
        <translation>%1 name read differently from how it is written</translation>
    </message>
    <message>
        <source>%1 noms compris autrement qu’écrits</source>
        <translation>%1 names read differently from how they are written</translation>
    </message>
    <message>
        <source>Collectivité désignée par «&#xa0;%1&#xa0;»</source>
        <translation>Authority meant by “%1”</translation>
    </message>
    <message>
        <source>Garder tel quel, sans code officiel</source>
        <translation>Keep as it is, without an official code</translation>
    </message>
</context>
<context>
    <name>AuthorityField</name>
    <message>
        <source>Commune, intercommunalité, organisme…</source>
        <translation>Town, group of towns, organisation…</translation>
    </message>
    <message>
        <source>Sur la liste officielle&#x202f;: %1</source>
        <translation>On the official list: %1</translation>
    </message>
    <message>
        <source>Plusieurs portent ce nom&#x202f;: choisissez dans la liste avec la flèche bas.</source>
        <translation>Several share this name: choose from the list with the Down arrow.</translation>
    </message>
    <message>
        <source>Pas encore sur la liste officielle&#x202f;: le nom sera gardé tel que vous l’écrivez.</source>
        <translation>Not on the official list yet: the name will be kept as you write it.</translation>
    </message>
</context>
<context>
    <name>AuthorityType</name>
    <message>
        <source>commune</source>
        <translation>town</translation>
    </message>
    <message>
        <source>intercommunalité</source>
        <translation>group of towns</translation>
    </message>
    <message>
        <source>département</source>
        <translation>department</translation>
    </message>
    <message>
        <source>région</source>
        <translation>region</translation>
    </message>
    <message>
        <source>hors de France</source>
        <translation>outside France</translation>
    </message>
</context>
<context>
    <name>BadgeDesk</name>
    <message>
        <source>Imprimante</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Pas d’imprimante</source>
        <translation>No printer</translation>
    </message>
    <message>
        <source>Aucun badge demandé</source>
        <translation>No badge requested</translation>
    </message>
    <message>
        <source>Badge impossible</source>
        <translation>Badge failed</translation>
    </message>
    <message>
        <source>Le badge est-il sorti&#x202f;? Sinon, F7.</source>
        <translation>Did the badge come out? If not, F7.</translation>
    </message>
    <message>
        <source>Imprimé, confirmé</source>
        <translation>Printed, confirmed</translation>
    </message>
    <message>
        <source>Envoyé à l’imprimante</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>Pas imprimé</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>Peut-être imprimé</source>
        <translation>Perhaps printed</translation>
    </message>
    <message>
        <source>Impression…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>Pas encore imprimé</source>
        <translation>Not printed yet</translation>
    </message>
    <message>
        <source>Imprimante introuvable</source>
        <translation>Printer not found</translation>
    </message>
    <message>
        <source>Capot de l’imprimante ouvert</source>
        <translation>Printer cover open</translation>
    </message>
    <message>
        <source>Plus de papier</source>
        <translation>Out of paper</translation>
    </message>
    <message>
        <source>Badge à revoir&#x202f;: %1</source>
        <translation>Badge to check: %1</translation>
    </message>
    <message>
        <source>Imprimante prête</source>
        <translation>Printer ready</translation>
    </message>
</context>
<context>
    <name>BusyPage</name>
    <message>
        <source>Travail en cours</source>
        <translation>Working</translation>
    </message>
</context>
<context>
    <name>CameraPanel</name>
    <message>
        <source>Caméra</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Image de la caméra</source>
        <translation>Camera picture</translation>
    </message>
    <message>
        <source>État de la caméra</source>
        <translation>Camera status</translation>
    </message>
    <message>
        <source>Aucune caméra trouvée&#x202f;: branchez-en une, elle apparaîtra ici.</source>
        <translation>No camera found: plug one in and it will appear here.</translation>
    </message>
    <message>
        <source>Présentez le billet devant la caméra.</source>
        <translation>Hold the ticket in front of the camera.</translation>
    </message>
    <message>
        <source>La caméra ne démarre pas&#x202f;: {reason}. Fermez l’autre programme qui l’utilise ou choisissez une autre caméra.</source>
        <translation>The camera does not start: {reason}. Close the other program that is using it, or choose another camera.</translation>
    </message>
</context>
<context>
    <name>Category</name>
    <message>
        <source>Élu·e</source>
        <translation>Elected</translation>
    </message>
    <message>
        <source>Élu·es</source>
        <translation>Elected</translation>
    </message>
    <message>
        <source>Agent·e</source>
        <translation>Officer</translation>
    </message>
    <message>
        <source>Agent·es</source>
        <translation>Officers</translation>
    </message>
    <message>
        <source>Partenaire</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Partenaires</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>Presse</source>
        <translation>Press</translation>
    </message>
    <message>
        <source>Intervenant·e</source>
        <translation>Speaker</translation>
    </message>
    <message>
        <source>Intervenant·es</source>
        <translation>Speakers</translation>
    </message>
    <message>
        <source>Équipe</source>
        <translation>Crew</translation>
    </message>
    <message>
        <source>Invité·e</source>
        <translation>Guest</translation>
    </message>
    <message>
        <source>Invité·es</source>
        <translation>Guests</translation>
    </message>
</context>
<context>
    <name>ChooseEditionDialog</name>
    <message>
        <source>Choisir l’édition</source>
        <translation>Choose the edition</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Éditions de cet ordinateur</source>
        <translation>Editions on this computer</translation>
    </message>
    <message>
        <source>Nouvelle édition…</source>
        <translation>New edition…</translation>
    </message>
    <message>
        <source>Il n’y a pas encore d’édition sur cet ordinateur.</source>
        <translation>There is no edition on this computer yet.</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>Déposer le fichier des inscrits</source>
        <translation>Drop the registration file</translation>
    </message>
    <message>
        <source>Déposez ici le fichier des inscrits</source>
        <translation>Drop the registration file here</translation>
    </message>
    <message>
        <source>Export CSV ou Excel de HelloAsso, Billetweb, Weezevent, Eventbrite, pretix ou Google Forms, ou une liste faite à la main avec un nom par ligne. Rien n’est écrit avant votre accord.</source>
        <translation>A CSV or Excel export from HelloAsso, Billetweb, Weezevent, Eventbrite, pretix or Google Forms, or a list made by hand with one name per row. Nothing is written before you agree.</translation>
    </message>
    <message>
        <source>Choisir un fichier…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>■ Déposez un seul fichier, enregistré sur cet ordinateur.</source>
        <translation>■ Drop a single file, saved on this computer.</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>Ligne</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Personne</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Catégorie</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Fonction</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Collectivité</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>Les premières personnes du fichier</source>
        <translation>The first people in the file</translation>
    </message>
    <message>
        <source>Les premières personnes, comme elles seront inscrites</source>
        <translation>The first people, as they will be registered</translation>
    </message>
    <message>
        <source>◆ Aucune colonne ne semble donner le nom des personnes</source>
        <translation>◆ No column seems to hold people’s names</translation>
    </message>
    <message>
        <source>Choisissez ci-dessous la colonne du nom&#x202f;: le fichier sera relu aussitôt.</source>
        <translation>Choose the name column below: the file will be read again at once.</translation>
    </message>
    <message>
        <source>%1 ligne lue</source>
        <translation>%1 row read</translation>
    </message>
    <message>
        <source>%1 lignes lues</source>
        <translation>%1 rows read</translation>
    </message>
    <message>
        <source>«&#xa0;%1&#xa0;»</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Aussi lues&#x202f;: %1.</source>
        <translation>Also read: %1.</translation>
    </message>
    <message>
        <source>Colonne de&#x202f;: %1</source>
        <translation>Column for: %1</translation>
    </message>
    <message>
        <source>Choix automatique</source>
        <translation>Chosen automatically</translation>
    </message>
    <message>
        <source>— pas dans le fichier —</source>
        <translation>— not in the file —</translation>
    </message>
</context>
<context>
    <name>ConfirmPage</name>
    <message>
        <source>Tout ou rien&#x202f;: je corrige d’abord le fichier, rien n’est importé</source>
        <translation>All or nothing: I correct the file first, nothing is imported</translation>
    </message>
    <message>
        <source>Ligne</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Colonne</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Pourquoi</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Lignes refusées et remarques</source>
        <translation>Rows refused and remarks</translation>
    </message>
    <message>
        <source>Enregistrer la liste…</source>
        <translation>Save the list…</translation>
    </message>
    <message>
        <source>Voici ce que l’import fera. Rien n’est encore écrit.</source>
        <translation>This is what the import will do. Nothing is written yet.</translation>
    </message>
    <message>
        <source>Importer l’autre (%1 personne)</source>
        <translation>Import the other (%1 person)</translation>
    </message>
    <message>
        <source>Importer les autres (%1 personnes)</source>
        <translation>Import the others (%1 people)</translation>
    </message>
    <message>
        <source>Importer les autres&#x202f;: elles sont déjà à jour</source>
        <translation>Import the others: they are already up to date</translation>
    </message>
    <message>
        <source>Remarque&#x202f;: </source>
        <translation>Remark: </translation>
    </message>
    <message>
        <source>%1 ressemble à une personne déjà inscrite. Si c’est la même, réunissez leurs fiches ensuite.</source>
        <translation>%1 looks like someone already registered. If they are the same person, merge the records afterwards.</translation>
    </message>
    <message>
        <source>%1 remarque</source>
        <translation>%1 remark</translation>
    </message>
    <message>
        <source>%1 remarques</source>
        <translation>%1 remarks</translation>
    </message>
    <message>
        <source>%1 ligne refusée</source>
        <translation>%1 row refused</translation>
    </message>
    <message>
        <source>%1 lignes refusées</source>
        <translation>%1 rows refused</translation>
    </message>
</context>
<context>
    <name>Delegation</name>
    <message>
        <source>Toute la délégation est déjà entrée.</source>
        <translation>The whole delegation is already in.</translation>
    </message>
    <message>
        <source>Délégation&#x202f;: %1 entrée(s).</source>
        <translation>Delegation: %1 let in.</translation>
    </message>
    <message>
        <source>Pas entré·es&#x202f;: %1.</source>
        <translation>Not let in: %1.</translation>
    </message>
</context>
<context>
    <name>DelegationDialog</name>
    <message>
        <source>Toute la délégation</source>
        <translation>Whole delegation</translation>
    </message>
    <message>
        <source>Décochez qui n’est pas là, avec Espace ou le numéro.</source>
        <translation>Untick whoever is not there, with Space or the number.</translation>
    </message>
    <message>
        <source>Faire entrer (%1)</source>
        <translation>Let in (%1)</translation>
    </message>
</context>
<context>
    <name>DeskVerbs</name>
    <message>
        <source>Fiche corrigée.</source>
        <translation>Record corrected.</translation>
    </message>
    <message>
        <source>Les réglages n’ont pas pu être gardés pour la prochaine fois.</source>
        <translation>The settings could not be kept for next time.</translation>
    </message>
    <message>
        <source>Déjà entré·e</source>
        <translation>Already in</translation>
    </message>
    <message>
        <source>Chercher un nom, une commune, une fonction</source>
        <translation>Search for a name, a town, a position</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Personne suivante</source>
        <translation>Next person</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Changer de contrôle…</source>
        <translation>Change checkpoint…</translation>
    </message>
    <message>
        <source>Qui tient le poste…</source>
        <translation>Who is at the desk…</translation>
    </message>
    <message>
        <source>Plein écran</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>Fiche de la personne…</source>
        <translation>Person’s record…</translation>
    </message>
    <message>
        <source>Ajouter une personne…</source>
        <translation>Add a person…</translation>
    </message>
    <message>
        <source>Importer des participants…</source>
        <translation>Import participants…</translation>
    </message>
    <message>
        <source>Billets et invitations…</source>
        <translation>Tickets and invitations…</translation>
    </message>
    <message>
        <source>Nouvelle édition…</source>
        <translation>New edition…</translation>
    </message>
    <message>
        <source>Changer d’édition…</source>
        <translation>Change edition…</translation>
    </message>
    <message>
        <source>Essai de la douchette…</source>
        <translation>Test the scanner…</translation>
    </message>
    <message>
        <source>Caméra…</source>
        <translation>Camera…</translation>
    </message>
    <message>
        <source>Borne libre-service</source>
        <translation>Self-service kiosk</translation>
    </message>
    <message>
        <source>Réglages du poste…</source>
        <translation>Station settings…</translation>
    </message>
    <message>
        <source>Aide-mémoire des touches</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Quitter</source>
        <translation>Quit</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Nom</source>
        <translation>Last name</translation>
    </message>
    <message>
        <source>Prénom</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Nom et prénom ensemble</source>
        <translation>First and last name together</translation>
    </message>
    <message>
        <source>Fonction</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Collectivité</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>Code de la collectivité</source>
        <translation>Authority code</translation>
    </message>
    <message>
        <source>Département</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Code postal</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Pays</source>
        <translation>Country</translation>
    </message>
    <message>
        <source>Catégorie</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>État de l’inscription</source>
        <translation>Registration status</translation>
    </message>
    <message>
        <source>Adresse électronique</source>
        <translation>Email address</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Note protocolaire</source>
        <translation>Protocol note</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Siège</source>
        <translation>Seat</translation>
    </message>
    <message>
        <source>Contrôles</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>Code du billet d’origine</source>
        <translation>Original ticket code</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>personne ajoutée</source>
        <translation>person added</translation>
    </message>
    <message>
        <source>personnes ajoutées</source>
        <translation>people added</translation>
    </message>
    <message>
        <source>personne mise à jour</source>
        <translation>person updated</translation>
    </message>
    <message>
        <source>personnes mises à jour</source>
        <translation>people updated</translation>
    </message>
    <message>
        <source>personne inchangée</source>
        <translation>person unchanged</translation>
    </message>
    <message>
        <source>personnes inchangées</source>
        <translation>people unchanged</translation>
    </message>
    <message>
        <source>ligne refusée</source>
        <translation>row refused</translation>
    </message>
    <message>
        <source>lignes refusées</source>
        <translation>rows refused</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>◆ Ce que vous avez écrit n’est pas enregistré&#x202f;: Échap encore pour abandonner.</source>
        <translation>◆ What you wrote is not saved: Esc again to leave it.</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Aide-mémoire</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>inscrit·e par import</source>
        <translation>registered by import</translation>
    </message>
    <message>
        <source>ajouté·e sur place</source>
        <translation>added on site</translation>
    </message>
    <message>
        <source>fiche corrigée</source>
        <translation>record corrected</translation>
    </message>
    <message>
        <source>remplacé·e par une autre personne</source>
        <translation>replaced by another person</translation>
    </message>
    <message>
        <source>fiche réunie avec une autre</source>
        <translation>record merged with another</translation>
    </message>
    <message>
        <source>entré·e</source>
        <translation>in</translation>
    </message>
    <message>
        <source>sorti·e</source>
        <translation>left</translation>
    </message>
    <message>
        <source>refusé·e</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>badge envoyé à l’imprimante</source>
        <translation>badge sent to the printer</translation>
    </message>
    <message>
        <source>badge remis</source>
        <translation>badge handed over</translation>
    </message>
    <message>
        <source>nouveau billet, l’ancien est désactivé</source>
        <translation>new ticket, the old one is deactivated</translation>
    </message>
    <message>
        <source>action annulée</source>
        <translation>action undone</translation>
    </message>
    <message>
        <source>badge en attente d’impression</source>
        <translation>badge waiting to be printed</translation>
    </message>
    <message>
        <source>badge imprimé</source>
        <translation>badge printed</translation>
    </message>
    <message>
        <source>badge imprimé, sans confirmation de l’imprimante</source>
        <translation>badge printed, not confirmed by the printer</translation>
    </message>
    <message>
        <source>badge non imprimé</source>
        <translation>badge not printed</translation>
    </message>
    <message>
        <source>badge&#x202f;: sortie à vérifier</source>
        <translation>badge: check that it came out</translation>
    </message>
    <message>
        <source>entrée forcée</source>
        <translation>entry forced</translation>
    </message>
    <message>
        <source>confirmée</source>
        <translation>confirmed</translation>
    </message>
    <message>
        <source>non confirmée</source>
        <translation>not confirmed</translation>
    </message>
    <message>
        <source>annulée</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>billet désactivé</source>
        <translation>ticket deactivated</translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>Importer les inscrits</source>
        <translation>Import registrations</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Choisir un autre fichier</source>
        <translation>Choose another file</translation>
    </message>
    <message>
        <source>Annuler cet import</source>
        <translation>Undo this import</translation>
    </message>
    <message>
        <source>Suivant</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Listes (*.csv *.xlsx *.xls *.txt);;Tous les fichiers (*)</source>
        <translation>Lists (*.csv *.xlsx *.xls *.txt);;All files (*)</translation>
    </message>
    <message>
        <source>Choisir le fichier des inscrits</source>
        <translation>Choose the registration file</translation>
    </message>
    <message>
        <source>-lignes-refusees.csv</source>
        <translation>-refused-rows.csv</translation>
    </message>
    <message>
        <source>Enregistrer les lignes refusées</source>
        <translation>Save the refused rows</translation>
    </message>
    <message>
        <source>Liste enregistrée dans «&#xa0;%1&#xa0;».</source>
        <translation>List saved in “%1”.</translation>
    </message>
    <message>
        <source>Lecture du fichier… Rien n’est encore écrit.</source>
        <translation>Reading the file… Nothing is written yet.</translation>
    </message>
    <message>
        <source>Écriture dans l’édition… Quelques secondes&#x202f;; l’accueil peut continuer.</source>
        <translation>Writing to the edition… A few seconds; reception can carry on.</translation>
    </message>
    <message>
        <source>Rien à changer</source>
        <translation>Nothing to change</translation>
    </message>
    <message>
        <source>Toutes les personnes de ce fichier sont déjà inscrites, avec les mêmes renseignements.</source>
        <translation>Everyone in this file is already registered, with the same details.</translation>
    </message>
    <message>
        <source>%1 inscription annulée.</source>
        <translation>%1 registration undone.</translation>
    </message>
    <message>
        <source>%1 inscriptions annulées.</source>
        <translation>%1 registrations undone.</translation>
    </message>
    <message>
        <source>Les personnes déjà entrées sont gardées.</source>
        <translation>People who are already in are kept.</translation>
    </message>
    <message>
        <source>Import annulé</source>
        <translation>Import undone</translation>
    </message>
    <message>
        <source>Les personnes ajoutées peuvent entrer dès maintenant sur tous les postes reliés.</source>
        <translation>The people added can now enter at every connected station.</translation>
    </message>
    <message>
        <source>Import terminé</source>
        <translation>Import finished</translation>
    </message>
    <message>
        <source>Fichier</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Colonnes</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Collectivités</source>
        <translation>Authorities</translation>
    </message>
    <message>
        <source>Vérification</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Résultat</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Relire le fichier corrigé</source>
        <translation>Read the corrected file</translation>
    </message>
    <message>
        <source>Importer</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>Le programme a rencontré une erreur qu’il n’attendait pas.</source>
        <translation>The program ran into an error it did not expect.</translation>
    </message>
    <message>
        <source>Recommencez&#x202f;; si elle revient, gardez le fichier et signalez-la avec le journal du programme.</source>
        <translation>Please try again; if it comes back, keep the file and report it with the program’s log.</translation>
    </message>
</context>
<context>
    <name>KioskView</name>
    <message>
        <source>Appeler de l’aide</source>
        <translation>Call for help</translation>
    </message>
    <message>
        <source>Quitter la borne</source>
        <translation>Leave kiosk mode</translation>
    </message>
    <message>
        <source>Présentez votre billet</source>
        <translation>Show your ticket</translation>
    </message>
    <message>
        <source>Le code du billet, devant le lecteur.</source>
        <translation>The code on the ticket, facing the reader.</translation>
    </message>
    <message>
        <source>Bienvenue, %1</source>
        <translation>Welcome, %1</translation>
    </message>
    <message>
        <source>Bienvenue</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>Prenez votre badge, puis avancez.</source>
        <translation>Take your badge, then go ahead.</translation>
    </message>
    <message>
        <source>À bientôt</source>
        <translation>See you soon</translation>
    </message>
    <message>
        <source>Gardez votre billet pour revenir.</source>
        <translation>Keep your ticket to come back.</translation>
    </message>
    <message>
        <source>Adressez-vous à l’accueil</source>
        <translation>Please go to reception</translation>
    </message>
    <message>
        <source>Quelqu’un va vous aider.</source>
        <translation>Someone will help you.</translation>
    </message>
    <message>
        <source>Aide demandée</source>
        <translation>Help requested</translation>
    </message>
    <message>
        <source>Restez ici&#x202f;: une personne vient vous aider.</source>
        <translation>Stay here: someone is coming to help you.</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>fr_FR</source>
        <translation>en_GB</translation>
    </message>
    <message>
        <source>&#x202f;: </source>
        <translation>: </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Réunir deux fiches</source>
        <translation>Merge two records</translation>
    </message>
    <message>
        <source>Cherchez la fiche qui reste&#x202f;: elle garde son nom et prend les deux billets.</source>
        <translation>Search for the record to keep: it keeps its name and takes both tickets.</translation>
    </message>
    <message>
        <source>Fiche qui reste</source>
        <translation>Record to keep</translation>
    </message>
    <message>
        <source>Nom, commune, fonction…</source>
        <translation>Name, town, position…</translation>
    </message>
    <message>
        <source>Fiche qui disparaît</source>
        <translation>Record that goes</translation>
    </message>
    <message>
        <source>Réunir</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Personne d’autre ne correspond.</source>
        <translation>No one else matches.</translation>
    </message>
    <message>
        <source>Choisissez-la avec les flèches.</source>
        <translation>Choose it with the arrows.</translation>
    </message>
    <message>
        <source>Fiches réunies.</source>
        <translation>Records merged.</translation>
    </message>
</context>
<context>
    <name>NewEditionDialog</name>
    <message>
        <source>Nouvelle édition</source>
        <translation>New edition</translation>
    </message>
    <message>
        <source>Créer l’édition</source>
        <translation>Create the edition</translation>
    </message>
    <message>
        <source>Donnez un titre à l’édition.</source>
        <translation>Give the edition a title.</translation>
    </message>
    <message>
        <source>Dites où elle a lieu.</source>
        <translation>Say where it takes place.</translation>
    </message>
    <message>
        <source>Titre</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Lieu</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Nom du dossier</source>
        <translation>Folder name</translation>
    </message>
    <message>
        <source>Code superviseur, facultatif</source>
        <translation>Supervisor code, optional</translation>
    </message>
    <message>
        <source>Contrôles</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>Label Villes Internet</source>
        <translation>Label Villes Internet</translation>
    </message>
    <message>
        <source>Salle et ville</source>
        <translation>Venue and town</translation>
    </message>
    <message>
        <source>Proposé d’après le titre et l’année&#x202f;; vous pouvez le changer.</source>
        <translation>Proposed from the title and the year; you can change it.</translation>
    </message>
    <message>
        <source>Conseillé&#x202f;: il permet de lever un refus à l’accueil. Au moins quatre signes&#x202f;; notez-le, il ne sera plus montré.</source>
        <translation>Recommended: it allows a refusal to be overridden at reception. At least four characters; write it down, it will not be shown again.</translation>
    </message>
    <message>
        <source>Une liste d’entrée par porte ou par moment. Ctrl+- retire une ligne.</source>
        <translation>One entry list for each door or moment. Ctrl+- removes a line.</translation>
    </message>
    <message>
        <source>◆ %1, c’est passé</source>
        <translation>◆ %1, in the past</translation>
    </message>
    <message>
        <source>L’édition «&#xa0;%1&#xa0;» existe déjà&#x202f;: choisissez un autre nom.</source>
        <translation>The edition “%1” already exists: choose another name.</translation>
    </message>
    <message>
        <source>Donnez un nom au dossier&#x202f;: lettres, chiffres et tirets.</source>
        <translation>Name the folder: letters, digits and hyphens.</translation>
    </message>
    <message>
        <source>Trop court&#x202f;: au moins quatre signes, ou rien.</source>
        <translation>Too short: at least four characters, or nothing.</translation>
    </message>
</context>
<context>
    <name>PageDialog</name>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>PassageList</name>
    <message>
        <source>Aucun passage pour l’instant.</source>
        <translation>No scans yet.</translation>
    </message>
    <message>
        <source>Derniers passages</source>
        <translation>Latest scans</translation>
    </message>
</context>
<context>
    <name>PersonDetails</name>
    <message>
        <source>Fiche</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Heure</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Poste</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Ce qui s’est passé</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Histoire</source>
        <translation>History</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Réimprimer le badge</source>
        <translation>Reprint the badge</translation>
    </message>
    <message>
        <source>Imprimer le badge</source>
        <translation>Print the badge</translation>
    </message>
    <message>
        <source>Badge remis</source>
        <translation>Badge handed over</translation>
    </message>
    <message>
        <source>Réunir avec…</source>
        <translation>Merge with…</translation>
    </message>
    <message>
        <source>Nouveau billet</source>
        <translation>New ticket</translation>
    </message>
    <message>
        <source>Nouveau billet, à maintenir&#x202f;: l’ancien ne passera plus</source>
        <translation>New ticket, press and hold: the old one will no longer work</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>À la place de %1</source>
        <translation>In place of %1</translation>
    </message>
    <message>
        <source>■ Entrée comptée deux fois, à vérifier&#x202f;: %1</source>
        <translation>■ Entry counted twice, to be checked: %1</translation>
    </message>
    <message>
        <source>imprimé %1 fois</source>
        <translation>printed (%1×)</translation>
    </message>
    <message>
        <source>pas encore imprimé</source>
        <translation>not printed yet</translation>
    </message>
    <message>
        <source>%1, remis</source>
        <translation>%1, handed over</translation>
    </message>
    <message>
        <source>Présence</source>
        <translation>Presence</translation>
    </message>
    <message>
        <source>entré·e</source>
        <translation>in</translation>
    </message>
    <message>
        <source>pas encore entré·e</source>
        <translation>not in yet</translation>
    </message>
    <message>
        <source>Inscription</source>
        <translation>Registration</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Badge</translation>
    </message>
    <message>
        <source>Siège</source>
        <translation>Seat</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Collectivité ou organisme</source>
        <translation>Authority or organisation</translation>
    </message>
    <message>
        <source>Écrivez au moins le nom de famille.</source>
        <translation>Write at least the last name.</translation>
    </message>
    <message>
        <source>■ Cochez au moins un contrôle.</source>
        <translation>■ Tick at least one checkpoint.</translation>
    </message>
    <message>
        <source>Ajouter une personne</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>Ajouter et faire entrer</source>
        <translation>Add and let in</translation>
    </message>
    <message>
        <source>Remplacé·e par…</source>
        <translation>Replaced by…</translation>
    </message>
    <message>
        <source>Remplacer et faire entrer</source>
        <translation>Replace and let in</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Corriger la fiche de %1</source>
        <translation>Correct the record of %1</translation>
    </message>
    <message>
        <source>À la place de %1</source>
        <translation>In place of %1</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Last name</translation>
    </message>
    <message>
        <source>Prénom</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Fonction ou mandat</source>
        <translation>Position or office</translation>
    </message>
    <message>
        <source>Note protocolaire, lue à l’accueil</source>
        <translation>Protocol note, read at reception</translation>
    </message>
    <message>
        <source>Catégorie</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Attendu·e à</source>
        <translation>Expected at</translation>
    </message>
    <message>
        <source>Attendu·e à %1</source>
        <translation>Expected at %1</translation>
    </message>
    <message>
        <source>◆ Une personne du même nom est déjà inscrite&#x202f;: %1.</source>
        <translation>◆ Someone with the same name is already registered: %1.</translation>
    </message>
</context>
<context>
    <name>PersonList</name>
    <message>
        <source>entré·e</source>
        <translation>in</translation>
    </message>
    <message>
        <source>Personnes trouvées</source>
        <translation>People found</translation>
    </message>
</context>
<context>
    <name>PlaceDialog</name>
    <message>
        <source>Ce poste</source>
        <translation>This station</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Prénom, ou initiales</source>
        <translation>First name, or initials</translation>
    </message>
    <message>
        <source>Nom du poste</source>
        <translation>Station name</translation>
    </message>
    <message>
        <source>Il signe chaque passage&#x202f;: donnez un nom différent à chaque poste.</source>
        <translation>It signs every scan: give each station a different name.</translation>
    </message>
    <message>
        <source>Contrôle</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Qui tient le poste</source>
        <translation>Who is at the station</translation>
    </message>
    <message>
        <source>Donnez un nom à ce poste&#x202f;: il signe chaque passage.</source>
        <translation>Give this station a name: it signs every scan.</translation>
    </message>
</context>
<context>
    <name>ReceptionWindow</name>
    <message>
        <source>VI Events, accueil</source>
        <translation>VI Events, reception</translation>
    </message>
    <message>
        <source>%1, accueil</source>
        <translation>%1, reception</translation>
    </message>
    <message>
        <source>Douchette</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Douchette pas encore essayée</source>
        <translation>Scanner not tested yet</translation>
    </message>
    <message>
        <source>Réseau</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>Poste seul</source>
        <translation>Standalone</translation>
    </message>
    <message>
        <source>Douchette prête</source>
        <translation>Scanner ready</translation>
    </message>
    <message>
        <source>Édition de démonstration, personnes inventées. Pour créer la vôtre&#x202f;: Ctrl+N.</source>
        <translation>Demo edition, invented people. To make your own: Ctrl+N.</translation>
    </message>
    <message>
        <source>Une erreur imprévue est arrivée. Ce qui a été confirmé est enregistré&#x202f;; recommencez.</source>
        <translation>Something unexpected went wrong. Whatever was confirmed is saved; please try again.</translation>
    </message>
</context>
<context>
    <name>RecordPanel</name>
    <message>
        <source>Présent·e</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Pas encore entré·e</source>
        <translation>Not in yet</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>ligne %1</source>
        <translation>row %1</translation>
    </message>
    <message>
        <source>lignes %1 et %2</source>
        <translation>rows %1 and %2</translation>
    </message>
    <message>
        <source>%1 lignes, dès la %2</source>
        <translation>%1 rows, from row %2</translation>
    </message>
</context>
<context>
    <name>ScannerPage</name>
    <message>
        <source>Essai de la douchette</source>
        <translation>Scanner test</translation>
    </message>
    <message>
        <source>Scannez ce code avec la douchette, à l’écran ou imprimé.</source>
        <translation>Scan this code with the scanner, on screen or printed.</translation>
    </message>
    <message>
        <source>Clavier</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>Verr. Maj.</source>
        <translation>Caps Lock</translation>
    </message>
    <message>
        <source>Suffixe</source>
        <translation>Suffix</translation>
    </message>
    <message>
        <source>Vitesse</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>Conseil</source>
        <translation>Advice</translation>
    </message>
    <message>
        <source>Imprimer la carte d’essai</source>
        <translation>Print the test card</translation>
    </message>
    <message>
        <source>active</source>
        <translation>on</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>off</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Tabulation</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>aucun</source>
        <translation>none</translation>
    </message>
    <message>
        <source>{n} caractères par seconde</source>
        <translation>{n} characters per second</translation>
    </message>
    <message>
        <source>non reconnu</source>
        <translation>not detected</translation>
    </message>
    <message>
        <source>le même pour la douchette et l’ordinateur</source>
        <translation>the same for the scanner and the computer</translation>
    </message>
    <message>
        <source>douchette {scanner}, ordinateur {computer}</source>
        <translation>scanner {scanner}, computer {computer}</translation>
    </message>
    <message>
        <source>AZERTY</source>
        <translation>AZERTY</translation>
    </message>
    <message>
        <source>AZERTY belge</source>
        <translation>Belgian AZERTY</translation>
    </message>
    <message>
        <source>QWERTZ suisse</source>
        <translation>Swiss QWERTZ</translation>
    </message>
    <message>
        <source>QWERTZ allemand</source>
        <translation>German QWERTZ</translation>
    </message>
    <message>
        <source>BÉPO</source>
        <translation>BÉPO</translation>
    </message>
    <message>
        <source>Ce n’est pas la carte d’essai, ou la douchette change le texte&#x202f;: scannez celui d’ici&#x202f;; si rien ne change, remettez la douchette aux réglages d’usine.</source>
        <translation>This is not the test card, or the scanner changes the text: scan the one shown here; if nothing changes, reset the scanner to its factory settings.</translation>
    </message>
    <message>
        <source>Pas de suffixe&#x202f;: réglez la douchette pour qu’elle envoie Entrée après chaque code, avec le code «&#xa0;Suffix CR&#xa0;» de sa notice. Les billets se lisent, un peu moins vite.</source>
        <translation>No suffix: set the scanner to send Enter after each code, with the “Suffix CR” code in its manual. Tickets can be read, a little more slowly.</translation>
    </message>
    <message>
        <source>Verr. Maj. est active&#x202f;: les billets se lisent quand même. Désactivez-la pour saisir les noms au clavier.</source>
        <translation>Caps Lock is on: tickets can still be read. Turn it off before typing names.</translation>
    </message>
    <message>
        <source>La douchette envoie ses caractères lentement&#x202f;: supprimez son délai entre caractères, sinon un billet peut être pris pour une saisie au clavier.</source>
        <translation>The scanner sends its characters slowly: remove its delay between characters, or a ticket may be taken for typing.</translation>
    </message>
    <message>
        <source>La douchette et l’ordinateur s’accordent&#x202f;: tous les billets se lisent. Rien à faire.</source>
        <translation>The scanner and the computer agree: every ticket can be read. Nothing to do.</translation>
    </message>
    <message>
        <source>La douchette est réglée en {scanner} et l’ordinateur en {computer}&#x202f;: </source>
        <translation>The scanner is set to {scanner} and the computer to {computer}: </translation>
    </message>
    <message>
        <source>les billets VI se lisent, les billets HelloAsso aussi. Rien à faire.</source>
        <translation>VI tickets can be read, and HelloAsso tickets too. Nothing to do.</translation>
    </message>
    <message>
        <source>réglez la douchette en QWERTY (US) avec le code de sa notice.</source>
        <translation>set the scanner to QWERTY (US) with the code in its manual.</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Chercher un nom, une commune, une fonction…</source>
        <translation>Search for a name, a town, a position…</translation>
    </message>
    <message>
        <source>Chercher un nom, une commune, une fonction (F3)</source>
        <translation>Search for a name, a town, a position (F3)</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Réglages du poste</source>
        <translation>Station settings</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Un son à chaque passage</source>
        <translation>A sound at each scan</translation>
    </message>
    <message>
        <source>Essayer</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Essayer l’imprimante</source>
        <translation>Test the printer</translation>
    </message>
    <message>
        <source>Actualiser</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>Actualiser les ports série</source>
        <translation>Refresh the serial ports</translation>
    </message>
    <message>
        <source>Pas d’adresse&#x202f;: ce poste n’imprime pas de badges.</source>
        <translation>No address: this station does not print badges.</translation>
    </message>
    <message>
        <source>Essai en cours…</source>
        <translation>Testing…</translation>
    </message>
    <message>
        <source>80&#xa0;mm</source>
        <translation>80&#xa0;mm</translation>
    </message>
    <message>
        <source>58&#xa0;mm</source>
        <translation>58&#xa0;mm</translation>
    </message>
    <message>
        <source>Automatique</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Aucun</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Adresse de l’imprimante</source>
        <translation>Printer address</translation>
    </message>
    <message>
        <source>Largeur du papier</source>
        <translation>Paper width</translation>
    </message>
    <message>
        <source>Touche après chaque code</source>
        <translation>Key after each code</translation>
    </message>
    <message>
        <source>Automatique convient presque toujours.</source>
        <translation>Automatic is nearly always right.</translation>
    </message>
    <message>
        <source>Signe avant chaque code</source>
        <translation>Sign before each code</translation>
    </message>
    <message>
        <source>Vide si la douchette n’en envoie pas.</source>
        <translation>Empty if the scanner sends none.</translation>
    </message>
    <message>
        <source>Port série</source>
        <translation>Serial port</translation>
    </message>
    <message>
        <source>Aucun pour une douchette qui tape comme un clavier.</source>
        <translation>None for a scanner that types like a keyboard.</translation>
    </message>
    <message>
        <source>Langue</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Change au prochain démarrage.</source>
        <translation>Changes at the next start.</translation>
    </message>
    <message>
        <source>Sons</source>
        <translation>Sounds</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>Badges</translation>
    </message>
    <message>
        <source>Douchette</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Poste</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Exemples&#x202f;: tcp://192.0.2.10:9100 (réseau), file:///C:/badges/badges.bin (fichier), null: (répétition). Vide&#x202f;: pas d’imprimante.</source>
        <translation>Examples: tcp://192.0.2.10:9100 (network), file:///C:/badges/badges.bin (file), null: (rehearsal). Empty: no printer.</translation>
    </message>
    <message>
        <source>%1, absent</source>
        <translation>%1, absent</translation>
    </message>
    <message>
        <source>Ni lettre, ni chiffre, ni espace&#x202f;: prenez un autre signe, comme ~.</source>
        <translation>No letter, digit or space: use another sign, such as ~.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Présents</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Attendus</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Ce poste</source>
        <translation>This station</translation>
    </message>
    <message>
        <source>arrivées par 5 min</source>
        <translation>arrivals per 5 min</translation>
    </message>
    <message>
        <source>Aucune arrivée pour l’instant</source>
        <translation>No arrivals yet</translation>
    </message>
    <message>
        <source>Pas de badge</source>
        <translation>No badge</translation>
    </message>
    <message>
        <source>Aucun badge demandé</source>
        <translation>No badge requested</translation>
    </message>
    <message>
        <source>%1 doubles entrées à vérifier</source>
        <translation>%1 double entries to check</translation>
    </message>
    <message>
        <source>1 double entrée à vérifier</source>
        <translation>1 double entry to check</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Badge</translation>
    </message>
    <message>
        <source>Derniers passages</source>
        <translation>Latest scans</translation>
    </message>
</context>
<context>
    <name>SupervisorDialog</name>
    <message>
        <source>Forcer l’entrée</source>
        <translation>Force entry</translation>
    </message>
    <message>
        <source>Code superviseur</source>
        <translation>Supervisor code</translation>
    </message>
    <message>
        <source>Motif, gardé dans le journal</source>
        <translation>Reason, kept in the log</translation>
    </message>
    <message>
        <source>Tapez le code superviseur.</source>
        <translation>Type the supervisor code.</translation>
    </message>
    <message>
        <source>Écrivez le motif, ou choisissez-en un ci-dessous.</source>
        <translation>Write the reason, or choose one below.</translation>
    </message>
    <message>
        <source>C’est le code que vous venez de taper&#x202f;: effacez-le d’ici et écrivez le motif.</source>
        <translation>This is the code you have just typed: remove it from here and write the reason.</translation>
    </message>
    <message>
        <source>Trois codes faux&#x202f;: attendez encore %1&#x202f;s, puis recommencez.</source>
        <translation>Three wrong codes: wait another %1&#xa0;s, then try again.</translation>
    </message>
    <message>
        <source>■ Refus à lever&#x202f;: %1</source>
        <translation>■ Refusal to override: %1</translation>
    </message>
    <message>
        <source>Vérifié au téléphone</source>
        <translation>Checked by phone</translation>
    </message>
    <message>
        <source>Présent·e sur la liste papier</source>
        <translation>On the paper list</translation>
    </message>
    <message>
        <source>Accord de l’organisation</source>
        <translation>Agreed by the organisers</translation>
    </message>
</context>
<context>
    <name>TestCard</name>
    <message>
        <source>Carte d’essai de la douchette</source>
        <translation>Scanner test card</translation>
    </message>
</context>
<context>
    <name>TickList</name>
    <message>
        <source>Personnes à faire entrer</source>
        <translation>People to let in</translation>
    </message>
    <message>
        <source>%1, coché</source>
        <translation>%1, ticked</translation>
    </message>
    <message>
        <source>%1, non coché</source>
        <translation>%1, not ticked</translation>
    </message>
</context>
<context>
    <name>TicketsDialog</name>
    <message>
        <source>Enregistrer…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>Billets et invitations</source>
        <translation>Tickets and invitations</translation>
    </message>
    <message>
        <source>PDF à imprimer</source>
        <translation>PDF to print</translation>
    </message>
    <message>
        <source>Images PNG</source>
        <translation>PNG pictures</translation>
    </message>
    <message>
        <source>Tableau CSV</source>
        <translation>CSV table</translation>
    </message>
    <message>
        <source>Préparation de %1 invitation…</source>
        <translation>Preparing %1 invitation…</translation>
    </message>
    <message>
        <source>Préparation de %1 invitations…</source>
        <translation>Preparing %1 invitations…</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Personne n’a encore de billet&#x202f;: importez d’abord la liste des inscrits.</source>
        <translation>Nobody has a ticket yet: import the list of attendees first.</translation>
    </message>
    <message>
        <source>%1 personne recevra une invitation.</source>
        <translation>%1 person will get an invitation.</translation>
    </message>
    <message>
        <source>%1 personnes recevront une invitation.</source>
        <translation>%1 people will get an invitation.</translation>
    </message>
    <message>
        <source>Une page A4 par personne, à plier en quatre.</source>
        <translation>One A4 page per person, to fold in four.</translation>
    </message>
    <message>
        <source>Un code par personne, chacun dans son fichier, réunis dans un dossier.</source>
        <translation>One code per person, each in its own file, together in a folder.</translation>
    </message>
    <message>
        <source>Une ligne par personne avec son code, pour un publipostage ou un envoi par courriel.</source>
        <translation>One line per person with their code, for a mail merge or an e-mailing.</translation>
    </message>
    <message>
        <source>Où enregistrer les invitations</source>
        <translation>Where to save the invitations</translation>
    </message>
    <message>
        <source>invitations</source>
        <translation>invitations</translation>
    </message>
    <message>
        <source>● %1 invitation dans «&#xa0;%2&#xa0;»</source>
        <translation>● %1 invitation in “%2”</translation>
    </message>
    <message>
        <source>● %1 invitations dans «&#xa0;%2&#xa0;»</source>
        <translation>● %1 invitations in “%2”</translation>
    </message>
    <message>
        <source>Le dossier ne s’ouvre pas d’ici&#x202f;: cherchez «&#xa0;%1&#xa0;» dans vos fichiers.</source>
        <translation>The folder does not open from here: look for “%1” among your files.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Accueil</source>
        <translation>Reception</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Choisir un contrôle</source>
        <translation>Choose a checkpoint</translation>
    </message>
    <message>
        <source>Qui tient le poste&#x202f;?</source>
        <translation>Who is at the station?</translation>
    </message>
    <message>
        <source>Contrôle&#x202f;: %1 (Ctrl+L pour changer)</source>
        <translation>Checkpoint: %1 (Ctrl+L to change)</translation>
    </message>
    <message>
        <source>Au poste&#x202f;: %1 (Ctrl+O pour changer)</source>
        <translation>At the station: %1 (Ctrl+O to change)</translation>
    </message>
    <message>
        <source>Changer de contrôle (Ctrl+L)</source>
        <translation>Change checkpoint (Ctrl+L)</translation>
    </message>
    <message>
        <source>Changer de personne au poste (Ctrl+O)</source>
        <translation>Change the person at this station (Ctrl+O)</translation>
    </message>
    <message>
        <source>Plein écran (F11)</source>
        <translation>Full screen (F11)</translation>
    </message>
    <message>
        <source>Menu (Alt+M)</source>
        <translation>Menu (Alt+M)</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Bienvenue</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>Remettez le badge.</source>
        <translation>Hand over the badge.</translation>
    </message>
    <message>
        <source>entrée</source>
        <translation>in</translation>
    </message>
    <message>
        <source>Bienvenue, attention particulière</source>
        <translation>Welcome, special attention</translation>
    </message>
    <message>
        <source>Lisez la note, puis remettez le badge.</source>
        <translation>Read the note, then hand over the badge.</translation>
    </message>
    <message>
        <source>entrée, note</source>
        <translation>in, note</translation>
    </message>
    <message>
        <source>Sortie notée</source>
        <translation>Exit recorded</translation>
    </message>
    <message>
        <source>Au retour, le même billet suffira.</source>
        <translation>The same ticket will do on their return.</translation>
    </message>
    <message>
        <source>sortie</source>
        <translation>out</translation>
    </message>
    <message>
        <source>Déjà entré·e</source>
        <translation>Already in</translation>
    </message>
    <message>
        <source>Vérifiez le nom avec la personne&#x202f;; en cas de doute, appelez le superviseur.</source>
        <translation>Check the name with the person; if in doubt, call the supervisor.</translation>
    </message>
    <message>
        <source>déjà entré·e</source>
        <translation>already in</translation>
    </message>
    <message>
        <source>Billet inconnu</source>
        <translation>Unknown ticket</translation>
    </message>
    <message>
        <source>Demandez son nom à la personne et cherchez-la sur la liste.</source>
        <translation>Ask for the person’s name and search the list.</translation>
    </message>
    <message>
        <source>inconnu</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>Vrai billet, fiche pas encore reçue</source>
        <translation>Genuine ticket, record not received yet</translation>
    </message>
    <message>
        <source>Cherchez la personne par son nom, ou rescannez quand le réseau est revenu.</source>
        <translation>Search for the person by name, or scan again once the network is back.</translation>
    </message>
    <message>
        <source>fiche absente</source>
        <translation>no record</translation>
    </message>
    <message>
        <source>Code non valable</source>
        <translation>Invalid code</translation>
    </message>
    <message>
        <source>Rescannez le billet bien à plat&#x202f;; sinon, cherchez la personne par son nom.</source>
        <translation>Scan the ticket again, held flat; otherwise, search for the person by name.</translation>
    </message>
    <message>
        <source>non valable</source>
        <translation>invalid</translation>
    </message>
    <message>
        <source>Billet désactivé</source>
        <translation>Ticket deactivated</translation>
    </message>
    <message>
        <source>Demandez le billet le plus récent, ou appelez le superviseur.</source>
        <translation>Ask for the most recent ticket, or call the supervisor.</translation>
    </message>
    <message>
        <source>désactivé</source>
        <translation>deactivated</translation>
    </message>
    <message>
        <source>Billet annulé</source>
        <translation>Ticket cancelled</translation>
    </message>
    <message>
        <source>Appelez un responsable pour vérifier l’inscription.</source>
        <translation>Call a manager to check the registration.</translation>
    </message>
    <message>
        <source>annulé</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>Inscription non confirmée</source>
        <translation>Registration not confirmed</translation>
    </message>
    <message>
        <source>Faites valider l’entrée par le superviseur.</source>
        <translation>Have the supervisor approve the entry.</translation>
    </message>
    <message>
        <source>à confirmer</source>
        <translation>to confirm</translation>
    </message>
    <message>
        <source>Pas prévu·e à ce contrôle</source>
        <translation>Not expected at this checkpoint</translation>
    </message>
    <message>
        <source>Dirigez la personne vers l’un des lieux indiqués ci-dessous.</source>
        <translation>Send the person to one of the places shown below.</translation>
    </message>
    <message>
        <source>autre lieu</source>
        <translation>other place</translation>
    </message>
    <message>
        <source>Salle complète</source>
        <translation>Room full</translation>
    </message>
    <message>
        <source>Faites patienter la personne et prévenez le superviseur.</source>
        <translation>Ask the person to wait and tell the supervisor.</translation>
    </message>
    <message>
        <source>complet</source>
        <translation>full</translation>
    </message>
    <message>
        <source>Hors des horaires</source>
        <translation>Outside opening hours</translation>
    </message>
    <message>
        <source>Indiquez à la personne l’heure d’ouverture de ce contrôle.</source>
        <translation>Tell the person when this checkpoint opens.</translation>
    </message>
    <message>
        <source>hors horaires</source>
        <translation>out of hours</translation>
    </message>
    <message>
        <source>Billet d’une autre édition</source>
        <translation>Ticket for another edition</translation>
    </message>
    <message>
        <source>Demandez le billet de cette année, ou cherchez la personne par son nom.</source>
        <translation>Ask for this year’s ticket, or search for the person by name.</translation>
    </message>
    <message>
        <source>autre édition</source>
        <translation>other edition</translation>
    </message>
    <message>
        <source>Plusieurs personnes possibles</source>
        <translation>Several possible people</translation>
    </message>
    <message>
        <source>Demandez sa fonction à la personne, puis tapez son numéro.</source>
        <translation>Ask for the person’s position, then type their number.</translation>
    </message>
    <message>
        <source>à choisir</source>
        <translation>to choose</translation>
    </message>
    <message>
        <source>Une question avant d’entrer</source>
        <translation>One question before entry</translation>
    </message>
    <message>
        <source>Posez la question, notez la réponse avec F6, puis rescannez.</source>
        <translation>Ask the question, note the answer with F6, then scan again.</translation>
    </message>
    <message>
        <source>à compléter</source>
        <translation>to complete</translation>
    </message>
    <message>
        <source>Passage non enregistré</source>
        <translation>Scan not recorded</translation>
    </message>
    <message>
        <source>Rescannez&#x202f;; si cela recommence, pointez sur la liste papier et appelez le superviseur.</source>
        <translation>Scan again; if it happens again, tick the paper list and call the supervisor.</translation>
    </message>
    <message>
        <source>erreur</source>
        <translation>error</translation>
    </message>
    <message>
        <source>Déjà fait ici</source>
        <translation>Already done here</translation>
    </message>
    <message>
        <source>Rien à refaire&#x202f;: la personne peut avancer.</source>
        <translation>Nothing more to do: the person may go ahead.</translation>
    </message>
    <message>
        <source>déjà fait</source>
        <translation>already done</translation>
    </message>
    <message>
        <source>Faire entrer</source>
        <translation>Let in</translation>
    </message>
    <message>
        <source>Annuler l’entrée</source>
        <translation>Undo entry</translation>
    </message>
    <message>
        <source>Remplacé·e par…</source>
        <translation>Replaced by…</translation>
    </message>
    <message>
        <source>Toute la délégation (%1)</source>
        <translation>Whole delegation (%1)</translation>
    </message>
    <message>
        <source>Corriger</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>Réimprimer</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>Chercher…</source>
        <translation>Search…</translation>
    </message>
    <message>
        <source>Forcer avec le code superviseur</source>
        <translation>Force with the supervisor code</translation>
    </message>
    <message>
        <source>Ajouter une personne</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>Annuler la sortie</source>
        <translation>Undo exit</translation>
    </message>
    <message>
        <source>Annuler ces %1 entrées</source>
        <translation>Undo these %1 entries</translation>
    </message>
    <message>
        <source>Séparer les deux fiches</source>
        <translation>Part the two records</translation>
    </message>
    <message>
        <source>Annulé&#x202f;: l’entrée ne compte plus.</source>
        <translation>Undone: the entry no longer counts.</translation>
    </message>
    <message>
        <source>Annulé&#x202f;: la sortie ne compte plus.</source>
        <translation>Undone: the exit no longer counts.</translation>
    </message>
    <message>
        <source>Annulé&#x202f;: %1 entrées ne comptent plus.</source>
        <translation>Undone: %1 entries no longer count.</translation>
    </message>
    <message>
        <source>Annulé&#x202f;: les deux fiches sont de nouveau séparées.</source>
        <translation>Undone: the two records are apart again.</translation>
    </message>
    <message>
        <source>Même billet, ignoré (moins de 3&#xa0;s)</source>
        <translation>Same ticket, ignored (under 3&#xa0;s)</translation>
    </message>
    <message>
        <source>à %1</source>
        <translation>at %1</translation>
    </message>
    <message>
        <source>le %1</source>
        <translation>on %1</translation>
    </message>
    <message>
        <source>H&apos;&#xa0;h&#xa0;&apos;mm</source>
        <translation>H:mm</translation>
    </message>
    <message>
        <source>d&#xa0;MMMM</source>
        <translation>d&#xa0;MMMM</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Prêt à scanner</source>
        <translation>Ready to scan</translation>
    </message>
    <message>
        <source>Présentez un billet à la douchette, ou cherchez un nom avec F3.</source>
        <translation>Scan a ticket, or search for a name with F3.</translation>
    </message>
    <message>
        <source>Vérification…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Un problème est survenu</source>
        <translation>Something went wrong</translation>
    </message>
    <message>
        <source>scanné à %1</source>
        <translation>scanned at %1</translation>
    </message>
    <message>
        <source>Protocole&#x202f;:</source>
        <translation>Protocol:</translation>
    </message>
    <message>
        <source>À vérifier&#x202f;:</source>
        <translation>To check:</translation>
    </message>
    <message>
        <source>Présent·e</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Pas encore entré·e</source>
        <translation>Not in yet</translation>
    </message>
</context>
<context>
    <name>ZoneRow</name>
    <message>
        <source>Cérémonie, déjeuner, atelier…</source>
        <translation>Ceremony, lunch, workshop…</translation>
    </message>
    <message>
        <source>une seule entrée</source>
        <translation>one entry only</translation>
    </message>
    <message>
        <source>entrées et retours</source>
        <translation>entries and returns</translation>
    </message>
    <message>
        <source>entrées et sorties comptées</source>
        <translation>entries and exits counted</translation>
    </message>
    <message>
        <source>Nom du contrôle %1</source>
        <translation>Name of checkpoint %1</translation>
    </message>
    <message>
        <source>Règle du contrôle %1</source>
        <translation>Rule of checkpoint %1</translation>
    </message>
    <message>
        <source>Retirer le contrôle %1</source>
        <translation>Remove checkpoint %1</translation>
    </message>
</context>
<context>
    <name>ZoneRows</name>
    <message>
        <source>+ Ajouter un contrôle</source>
        <translation>+ Add a checkpoint</translation>
    </message>
    <message>
        <source>Cérémonie</source>
        <translation>Ceremony</translation>
    </message>
    <message>
        <source>Donnez un nom à chaque contrôle, ou retirez la ligne vide.</source>
        <translation>Name every checkpoint, or remove the empty line.</translation>
    </message>
    <message>
        <source>«&#xa0;%1&#xa0;» et «&#xa0;%2&#xa0;» se confondent&#x202f;: changez l’un des deux noms.</source>
        <translation>“%1” and “%2” are too alike: change one of the two names.</translation>
    </message>
</context>
<context>
    <name>_EditionRows</name>
    <message>
        <source>● ouverte</source>
        <translation>● open</translation>
    </message>
</context>
<context>
    <name>_Outcome</name>
    <message>
        <source>Travail en cours</source>
        <translation>Working</translation>
    </message>
    <message>
        <source>Vous pouvez fermer cette fenêtre&#x202f;: le travail ira à son terme.</source>
        <translation>You can close this window: the work will go on to its end.</translation>
    </message>
    <message>
        <source>Ouvrir le dossier</source>
        <translation>Open the folder</translation>
    </message>
</context>
<context>
    <name>_Person</name>
    <message>
        <source>(sans nom)</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>remplace %1</source>
        <translation>in place of %1</translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>Seat %1</translation>
    </message>
    <message>
        <source>Badge remis</source>
        <translation>Badge handed over</translation>
    </message>
</context>
<context>
    <name>_Results</name>
    <message>
        <source>Ajouter sur place</source>
        <translation>Add on site</translation>
    </message>
    <message>
        <source>Aucun nom ne ressemble à «&#xa0;%1&#xa0;»</source>
        <translation>No name looks like “%1”</translation>
    </message>
    <message>
        <source>Essayez moins de lettres, la commune ou la fonction.</source>
        <translation>Try fewer letters, the town or the position.</translation>
    </message>
    <message>
        <source>Flèches pour parcourir, Entrée pour choisir, Échap pour fermer</source>
        <translation>Arrows to browse, Enter to choose, Esc to close</translation>
    </message>
</context>
<context>
    <name>self.window</name>
    <message>
        <source>Quelle édition&#x202f;?</source>
        <translation>Which edition?</translation>
    </message>
</context>
</TS>
