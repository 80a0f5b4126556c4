<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="fr_FR">
<context>
    <name>AiredLog</name>
    <message>
        <source>Journal de l’habillage</source>
        <translation>Overlay log</translation>
    </message>
    <message>
        <source>Heure</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Ce qui s’est passé</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Habillage</source>
        <translation>Overlay</translation>
    </message>
    <message>
        <source>Texte</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>tout</source>
        <translation>everything</translation>
    </message>
    <message>
        <source>Rien n’est encore passé à l’antenne.</source>
        <translation>Nothing has been on air yet.</translation>
    </message>
    <message>
        <source>Mis à l’antenne</source>
        <translation>Put on air</translation>
    </message>
    <message>
        <source>Retiré</source>
        <translation>Taken off</translation>
    </message>
    <message>
        <source>Mode changé</source>
        <translation>Mode changed</translation>
    </message>
    <message>
        <source>Personne ajoutée à la liste</source>
        <translation>Person added to the list</translation>
    </message>
    <message>
        <source>Repère</source>
        <translation>Marker</translation>
    </message>
    <message>
        <source>OBS a démarré une sortie</source>
        <translation>OBS started an output</translation>
    </message>
    <message>
        <source>OBS a arrêté une sortie</source>
        <translation>OBS stopped an output</translation>
    </message>
</context>
<context>
    <name>AlonePart</name>
    <message>
        <source>Héberger sur ce poste</source>
        <translation>Host on this station</translation>
    </message>
    <message>
        <source>Rejoindre un hôte…</source>
        <translation>Join a host…</translation>
    </message>
    <message>
        <source>Les autres postes passent par celui-ci pour se dire ce qui arrive. Laissez-le allumé toute la journée.</source>
        <translation>The other stations go through this one to tell each other what happens. Leave it on all day.</translation>
    </message>
    <message>
        <source>Avec le lien, ou son code QR, que donne le poste qui héberge. L’édition arrive avec lui.</source>
        <translation>With the link, or its QR code, given by the hosting station. The edition comes with it.</translation>
    </message>
    <message>
        <source>Ce poste est</source>
        <translation>This station is</translation>
    </message>
    <message>
        <source>Héberger</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Rejoindre</source>
        <translation>Join</translation>
    </message>
</context>
<context>
    <name>AssemblyPanel</name>
    <message>
        <source>Assemblée</source>
        <translation>Assembly</translation>
    </message>
    <message>
        <source>Donner pouvoir…</source>
        <translation>Give proxy…</translation>
    </message>
    <message>
        <source>Retirer le pouvoir</source>
        <translation>Withdraw the proxy</translation>
    </message>
    <message>
        <source>Règles…</source>
        <translation>Rules…</translation>
    </message>
    <message>
        <source>Liste de présence (PDF)…</source>
        <translation>Attendance list (PDF)…</translation>
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
        <source>Pouvoir enregistré.</source>
        <translation>Proxy recorded.</translation>
    </message>
    <message>
        <source>Pouvoir de %1 retiré.</source>
        <translation>Proxy of %1 withdrawn.</translation>
    </message>
    <message>
        <source>Liste de présence écrite dans «&#xa0;%1&#xa0;».</source>
        <translation>Attendance list written to “%1”.</translation>
    </message>
    <message>
        <source>Chercher une collectivité, ou qui la représente</source>
        <translation>Search for an authority, or who represents it</translation>
    </message>
    <message>
        <source>Chercher un adhérent</source>
        <translation>Search for a member</translation>
    </message>
    <message>
        <source>◆ Plus de présents que d’adhérents&#x202f;: corrigez leur nombre (F6)</source>
        <translation>◆ More present than there are members: correct their number (F6)</translation>
    </message>
    <message>
        <source>Aucun quorum n’est demandé</source>
        <translation>No quorum is required</translation>
    </message>
    <message>
        <source>● Quorum atteint</source>
        <translation>● Quorum reached</translation>
    </message>
    <message>
        <source>◆ Quorum non atteint&#x202f;: il manque %1 adhérent</source>
        <translation>◆ Quorum not reached: %1 member missing</translation>
    </message>
    <message>
        <source>◆ Quorum non atteint&#x202f;: il manque %1 adhérents</source>
        <translation>◆ Quorum not reached: %1 members missing</translation>
    </message>
    <message>
        <source>%1 présent</source>
        <translation>%1 present</translation>
    </message>
    <message>
        <source>%1 présents</source>
        <translation>%1 present</translation>
    </message>
    <message>
        <source>%1 représenté</source>
        <translation>%1 represented</translation>
    </message>
    <message>
        <source>%1 représentés</source>
        <translation>%1 represented</translation>
    </message>
    <message>
        <source>sur %1 adhérent</source>
        <translation>out of %1 member</translation>
    </message>
    <message>
        <source>sur %1 adhérents</source>
        <translation>out of %1 members</translation>
    </message>
    <message>
        <source>◆ %1 pouvoir à retirer</source>
        <translation>◆ %1 proxy to withdraw</translation>
    </message>
    <message>
        <source>◆ %1 pouvoirs à retirer</source>
        <translation>◆ %1 proxies to withdraw</translation>
    </message>
    <message>
        <source>liste-de-presence.pdf</source>
        <translation>attendance-list.pdf</translation>
    </message>
    <message>
        <source>Enregistrer la liste de présence</source>
        <translation>Save the attendance list</translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>Attribuer une collectivité à %1 personne</source>
        <translation>Assign an authority to %1 person</translation>
    </message>
    <message>
        <source>Attribuer une collectivité à %1 personnes</source>
        <translation>Assign an authority to %1 people</translation>
    </message>
    <message>
        <source>Attribuer</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>Collectivité ou organisme</source>
        <translation>Authority or organisation</translation>
    </message>
    <message>
        <source>Choisissez ou écrivez une collectivité.</source>
        <translation>Choose or type an authority.</translation>
    </message>
</context>
<context>
    <name>AttendeeDetail</name>
    <message>
        <source>%1, matin</source>
        <translation>%1, morning</translation>
    </message>
    <message>
        <source>%1, après-midi</source>
        <translation>%1, afternoon</translation>
    </message>
    <message>
        <source>Pas de badge</source>
        <translation>No badge</translation>
    </message>
    <message>
        <source>Code QR</source>
        <translation>QR code</translation>
    </message>
    <message>
        <source>Corriger…</source>
        <translation>Correct…</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Réunir…</source>
        <translation>Merge…</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Inscription</source>
        <translation>Registration</translation>
    </message>
    <message>
        <source>Présence</source>
        <translation>Presence</translation>
    </message>
    <message>
        <source>pas encore venu·e</source>
        <translation>not here yet</translation>
    </message>
    <message>
        <source>Courriel</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>Siège</source>
        <translation>Seat</translation>
    </message>
    <message>
        <source>Billet externe</source>
        <translation>External ticket</translation>
    </message>
    <message>
        <source>À demander</source>
        <translation>To ask for</translation>
    </message>
    <message>
        <source>À la place de</source>
        <translation>In place of</translation>
    </message>
    <message>
        <source>À vérifier</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>Code du billet</source>
        <translation>Ticket code</translation>
    </message>
    <message>
        <source>Histoire</source>
        <translation>History</translation>
    </message>
</context>
<context>
    <name>Attendees</name>
    <message>
        <source>Nom</source>
        <translation>Name</translation>
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
        <source>Catégorie</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Inscription</source>
        <translation>Registration</translation>
    </message>
    <message>
        <source>Billet</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Badge</translation>
    </message>
    <message>
        <source>Entré·e</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>Attendu·e à</source>
        <translation>Expected at</translation>
    </message>
    <message>
        <source>confirmée</source>
        <translation>confirmed</translation>
    </message>
    <message>
        <source>à confirmer</source>
        <translation>to confirm</translation>
    </message>
    <message>
        <source>annulée</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>désactivée</source>
        <translation>deactivated</translation>
    </message>
    <message>
        <source>aucun</source>
        <translation>none</translation>
    </message>
    <message>
        <source>oui</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>remplacé</source>
        <translation>replaced</translation>
    </message>
    <message>
        <source>externe</source>
        <translation>external</translation>
    </message>
    <message>
        <source>Remis</source>
        <translation>Given</translation>
    </message>
    <message>
        <source>aucune</source>
        <translation>none</translation>
    </message>
    <message>
        <source>partout</source>
        <translation>everywhere</translation>
    </message>
</context>
<context>
    <name>AttendeesBulk</name>
    <message>
        <source>Attendre aussi à</source>
        <translation>Also expect at</translation>
    </message>
    <message>
        <source>Ne plus attendre à</source>
        <translation>No longer expect at</translation>
    </message>
    <message>
        <source>Catégorie</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Inscription</source>
        <translation>Registration</translation>
    </message>
    <message>
        <source>Confirmée</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>Annulée</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Attribuer une collectivité…</source>
        <translation>Assign an authority…</translation>
    </message>
    <message>
        <source>Imprimer les badges…</source>
        <translation>Print badges…</translation>
    </message>
    <message>
        <source>Nouveaux billets…</source>
        <translation>New tickets…</translation>
    </message>
    <message>
        <source>Réunir deux fiches…</source>
        <translation>Merge two records…</translation>
    </message>
    <message>
        <source>Effacer cette personne…</source>
        <translation>Erase this person…</translation>
    </message>
    <message>
        <source>y est déjà attendue</source>
        <translation>is already expected there</translation>
    </message>
    <message>
        <source>y sont déjà attendues</source>
        <translation>are already expected there</translation>
    </message>
    <message>
        <source>Attendre %1 personne aussi à «&#xa0;%2&#xa0;»&#x202f;?</source>
        <translation>Also expect %1 person at “%2”?</translation>
    </message>
    <message>
        <source>Attendre %1 personnes aussi à «&#xa0;%2&#xa0;»&#x202f;?</source>
        <translation>Also expect %1 people at “%2”?</translation>
    </message>
    <message>
        <source>Attendre</source>
        <translation>Expect</translation>
    </message>
    <message>
        <source>%1 personne n’est attendue nulle part ailleurs&#x202f;: annulez plutôt son inscription.</source>
        <translation>%1 person is expected nowhere else: cancel the registration instead.</translation>
    </message>
    <message>
        <source>%1 personnes ne sont attendues nulle part ailleurs&#x202f;: annulez plutôt leur inscription.</source>
        <translation>%1 people are expected nowhere else: cancel their registration instead.</translation>
    </message>
    <message>
        <source>Ne plus attendre %1 personne à «&#xa0;%2&#xa0;»&#x202f;?</source>
        <translation>No longer expect %1 person at “%2”?</translation>
    </message>
    <message>
        <source>Ne plus attendre %1 personnes à «&#xa0;%2&#xa0;»&#x202f;?</source>
        <translation>No longer expect %1 people at “%2”?</translation>
    </message>
    <message>
        <source>Ne plus attendre</source>
        <translation>No longer expect</translation>
    </message>
    <message>
        <source>l’a déjà</source>
        <translation>already has it</translation>
    </message>
    <message>
        <source>l’ont déjà</source>
        <translation>already have it</translation>
    </message>
    <message>
        <source>Donner la catégorie «&#xa0;%2&#xa0;» à %1 personne&#x202f;?</source>
        <translation>Give category “%2” to %1 person?</translation>
    </message>
    <message>
        <source>Donner la catégorie «&#xa0;%2&#xa0;» à %1 personnes&#x202f;?</source>
        <translation>Give category “%2” to %1 people?</translation>
    </message>
    <message>
        <source>Donner</source>
        <translation>Give</translation>
    </message>
    <message>
        <source>l’est déjà</source>
        <translation>is already so</translation>
    </message>
    <message>
        <source>le sont déjà</source>
        <translation>are already so</translation>
    </message>
    <message>
        <source>Confirmer l’inscription de %1 personne&#x202f;?</source>
        <translation>Confirm the registration of %1 person?</translation>
    </message>
    <message>
        <source>Confirmer l’inscription de %1 personnes&#x202f;?</source>
        <translation>Confirm the registration of %1 people?</translation>
    </message>
    <message>
        <source>Confirmer</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Annuler l’inscription de %1 personne&#x202f;?</source>
        <translation>Cancel the registration of %1 person?</translation>
    </message>
    <message>
        <source>Annuler l’inscription de %1 personnes&#x202f;?</source>
        <translation>Cancel the registration of %1 people?</translation>
    </message>
    <message>
        <source>Annuler l’inscription</source>
        <translation>Cancel registration</translation>
    </message>
    <message>
        <source>Leur billet sera refusé à l’entrée.</source>
        <translation>Their ticket will be refused at entry.</translation>
    </message>
    <message>
        <source>Donner un nouveau billet à %1 personne&#x202f;?</source>
        <translation>Give a new ticket to %1 person?</translation>
    </message>
    <message>
        <source>Donner un nouveau billet à %1 personnes&#x202f;?</source>
        <translation>Give a new ticket to %1 people?</translation>
    </message>
    <message>
        <source>Le billet qu’elles ont ne passera plus&#x202f;: envoyez le nouveau. Les badges déjà imprimés portent l’ancien.</source>
        <translation>The ticket they have will no longer work: send the new one. Badges already printed carry the old one.</translation>
    </message>
    <message>
        <source>%1 nouveau billet.</source>
        <translation>%1 new ticket.</translation>
    </message>
    <message>
        <source>%1 nouveaux billets.</source>
        <translation>%1 new tickets.</translation>
    </message>
    <message>
        <source>Donner un nouveau billet</source>
        <translation>Give a new ticket</translation>
    </message>
    <message>
        <source>Demande des badges…</source>
        <translation>Requesting badges…</translation>
    </message>
    <message>
        <source>%1 badge demandé.</source>
        <translation>%1 badge requested.</translation>
    </message>
    <message>
        <source>%1 badges demandés.</source>
        <translation>%1 badges requested.</translation>
    </message>
    <message>
        <source>Réunion des fiches…</source>
        <translation>Merging records…</translation>
    </message>
    <message>
        <source>Fiches réunies.</source>
        <translation>Records merged.</translation>
    </message>
    <message>
        <source>Vous pourrez annuler ce geste d’un seul coup (Ctrl+Z).</source>
        <translation>You can undo all of this in one go (Ctrl+Z).</translation>
    </message>
    <message>
        <source>%1 personne</source>
        <translation>%1 person</translation>
    </message>
    <message>
        <source>%1 personnes</source>
        <translation>%1 people</translation>
    </message>
    <message>
        <source>rien ne change pour elle.</source>
        <translation>nothing changes for them.</translation>
    </message>
    <message>
        <source>rien ne change pour elles.</source>
        <translation>nothing changes for them.</translation>
    </message>
    <message>
        <source>%1 badge est déjà demandé ou imprimé&#x202f;: il reste tel quel.</source>
        <translation>%1 badge is already requested or printed: it stays as it is.</translation>
    </message>
    <message>
        <source>%1 badges sont déjà demandés ou imprimés&#x202f;: ils restent tels quels.</source>
        <translation>%1 badges are already requested or printed: they stay as they are.</translation>
    </message>
</context>
<context>
    <name>AttendeesFilters</name>
    <message>
        <source>Nom, collectivité, fonction…</source>
        <translation>Name, authority, position…</translation>
    </message>
    <message>
        <source>Chercher dans la liste</source>
        <translation>Search the list</translation>
    </message>
    <message>
        <source>Catégories</source>
        <translation>Categories</translation>
    </message>
    <message>
        <source>Inscriptions</source>
        <translation>Registrations</translation>
    </message>
    <message>
        <source>À compléter</source>
        <translation>To complete</translation>
    </message>
    <message>
        <source>Sans collectivité</source>
        <translation>No authority</translation>
    </message>
    <message>
        <source>Sans billet</source>
        <translation>No ticket</translation>
    </message>
    <message>
        <source>Fiches en double</source>
        <translation>Duplicate records</translation>
    </message>
    <message>
        <source>Ateliers en conflit</source>
        <translation>Clashing workshops</translation>
    </message>
    <message>
        <source>Badge à relire</source>
        <translation>Badge to review</translation>
    </message>
    <message>
        <source>Contrôles</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Imports</translation>
    </message>
    <message>
        <source>Catégorie</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Contrôle</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Inscription</source>
        <translation>Registration</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
</context>
<context>
    <name>AttendeesPage</name>
    <message>
        <source>Participant·es</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Pour la sélection…</source>
        <translation>For the selection…</translation>
    </message>
    <message>
        <source>Importer…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>Imports…</source>
        <translation>Imports…</translation>
    </message>
    <message>
        <source>Exporter…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>%1 personne exportée dans «&#xa0;%2&#xa0;».</source>
        <translation>%1 person exported to “%2”.</translation>
    </message>
    <message>
        <source>%1 personnes exportées dans «&#xa0;%2&#xa0;».</source>
        <translation>%1 people exported to “%2”.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporting…</translation>
    </message>
    <message>
        <source>Lecture de la liste…</source>
        <translation>Reading the list…</translation>
    </message>
    <message>
        <source>%1 personne</source>
        <translation>%1 person</translation>
    </message>
    <message>
        <source>%1 personnes</source>
        <translation>%1 people</translation>
    </message>
    <message>
        <source>%1 sur %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>%1 sélectionnées</source>
        <translation>%1 selected</translation>
    </message>
    <message>
        <source>La liste est vide&#x202f;: importez le fichier des inscrits, en CSV ou Excel (Ctrl+I).</source>
        <translation>The list is empty: import the registration file, in CSV or Excel (Ctrl+I).</translation>
    </message>
    <message>
        <source>Recherche en cours…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>Personne ne répond à ces filtres.</source>
        <translation>Nobody matches these filters.</translation>
    </message>
    <message>
        <source>%1 personnes sélectionnées.
«&#xa0;Pour la sélection&#xa0;» dit ce qui peut leur être fait.</source>
        <translation>%1 people selected.
“For the selection” says what can be done for them.</translation>
    </message>
    <message>
        <source>Choisissez une personne dans la liste.</source>
        <translation>Choose a person in the list.</translation>
    </message>
    <message>
        <source>Fiche corrigée.</source>
        <translation>Record corrected.</translation>
    </message>
    <message>
        <source>Où exporter la liste</source>
        <translation>Where to export the list</translation>
    </message>
    <message>
        <source>participants.csv</source>
        <translation>participants.csv</translation>
    </message>
</context>
<context>
    <name>Authorities</name>
    <message>
        <source>Collectivité</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Catégorie</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Département</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>Région</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Inscrit·es</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>Présent·es</source>
        <translation>Present</translation>
    </message>
</context>
<context>
    <name>AuthoritiesPage</name>
    <message>
        <source>Collectivités</source>
        <translation>Authorities</translation>
    </message>
    <message>
        <source>Nom, département, région…</source>
        <translation>Name, department, region…</translation>
    </message>
    <message>
        <source>Chercher une collectivité</source>
        <translation>Search for an authority</translation>
    </message>
    <message>
        <source>Toutes</source>
        <translation>All</translation>
    </message>
    <message>
        <source>À vérifier</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>Noms ambigus</source>
        <translation>Ambiguous names</translation>
    </message>
    <message>
        <source>Hors liste officielle</source>
        <translation>Off the official list</translation>
    </message>
    <message>
        <source>Lecture des collectivités…</source>
        <translation>Reading authorities…</translation>
    </message>
    <message>
        <source>«&#xa0;%1&#xa0;» reste tel quel.</source>
        <translation>“%1” stays as it is.</translation>
    </message>
    <message>
        <source>Nom corrigé&#x202f;: «&#xa0;%1&#xa0;».</source>
        <translation>Name corrected: “%1”.</translation>
    </message>
    <message>
        <source>Correction…</source>
        <translation>Correcting…</translation>
    </message>
    <message>
        <source>«&#xa0;%1&#xa0;» est de nouveau comme avant.</source>
        <translation>“%1” is back as it was.</translation>
    </message>
    <message>
        <source>%1 collectivité</source>
        <translation>%1 authority</translation>
    </message>
    <message>
        <source>%1 collectivités</source>
        <translation>%1 authorities</translation>
    </message>
    <message>
        <source>%1 sur %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>◆ %1 à vérifier</source>
        <translation>◆ %1 to check</translation>
    </message>
    <message>
        <source>Aucune collectivité encore&#x202f;: elles viennent avec la liste des inscrits.</source>
        <translation>No authority yet: they come with the list of attendees.</translation>
    </message>
    <message>
        <source>Rien à vérifier&#x202f;: tous les noms sont sûrs.</source>
        <translation>Nothing to check: all names are certain.</translation>
    </message>
    <message>
        <source>Aucune collectivité ne répond à ces filtres.</source>
        <translation>No authority matches these filters.</translation>
    </message>
    <message>
        <source>Choisissez une collectivité dans la liste.</source>
        <translation>Choose an authority in the list.</translation>
    </message>
    <message>
        <source>Lesquelles</source>
        <translation>Which ones</translation>
    </message>
</context>
<context>
    <name>AuthorityDetail</name>
    <message>
        <source>Une autre…</source>
        <translation>Another…</translation>
    </message>
    <message>
        <source>Garder ce nom</source>
        <translation>Keep this name</translation>
    </message>
    <message>
        <source>Corriger le nom…</source>
        <translation>Correct the name…</translation>
    </message>
    <message>
        <source>Voir ses participant·es</source>
        <translation>See its participants</translation>
    </message>
    <message>
        <source>Chercher une commune membre</source>
        <translation>Search for a member town</translation>
    </message>
    <message>
        <source>Inscrit·es</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>Commune membre</source>
        <translation>Member town</translation>
    </message>
    <message>
        <source>Communes membres</source>
        <translation>Member towns</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>code %1</translation>
    </message>
    <message>
        <source>%1 inscrit·e</source>
        <translation>%1 registered</translation>
    </message>
    <message>
        <source>%1 inscrit·es</source>
        <translation>%1 registered</translation>
    </message>
    <message>
        <source>%1 présent·e</source>
        <translation>%1 present</translation>
    </message>
    <message>
        <source>%1 présent·es</source>
        <translation>%1 present</translation>
    </message>
    <message>
        <source>C’est celle-ci</source>
        <translation>This one</translation>
    </message>
    <message>
        <source>C’est celle-ci&#x202f;: %1</source>
        <translation>This one: %1</translation>
    </message>
    <message>
        <source>◆ Plusieurs collectivités portent ce nom&#x202f;: laquelle&#x202f;?</source>
        <translation>◆ Several authorities have this name: which one?</translation>
    </message>
    <message>
        <source>◆ Ce nom n’est pas sur la liste officielle. Serait-ce&#x202f;:</source>
        <translation>◆ This name is not on the official list. Could it be:</translation>
    </message>
    <message>
        <source>◆ Ce nom n’est pas sur la liste officielle, et rien n’y ressemble.</source>
        <translation>◆ This name is not on the official list, and nothing is like it.</translation>
    </message>
    <message>
        <source>%1 commune membre</source>
        <translation>%1 member town</translation>
    </message>
    <message>
        <source>%1 communes membres</source>
        <translation>%1 member towns</translation>
    </message>
    <message>
        <source>%1 a des inscrit·es</source>
        <translation>%1 has people coming</translation>
    </message>
    <message>
        <source>%1 ont des inscrit·es</source>
        <translation>%1 have people coming</translation>
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
    <name>AwardDialog</name>
    <message>
        <source>Un label</source>
        <translation>A label</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>aucun ou inconnu</source>
        <translation>none or unknown</translation>
    </message>
    <message>
        <source>Première participation</source>
        <translation>First participation</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Retirer du palmarès…</source>
        <translation>Remove from the awards list…</translation>
    </message>
    <message>
        <source>Forme courte</source>
        <translation>Short form</translation>
    </message>
    <message>
        <source>Affichée seulement là où le nom entier ne tient pas.</source>
        <translation>Shown only where the full name does not fit.</translation>
    </message>
    <message>
        <source>Prononciation</source>
        <translation>Pronunciation</translation>
    </message>
    <message>
        <source>Lue par la présentatrice ou le présentateur, entre crochets.</source>
        <translation>Read by the presenter, in square brackets.</translation>
    </message>
    <message>
        <source>Distinctions</source>
        <translation>Distinctions</translation>
    </message>
    <message>
        <source>Séparées par un point-virgule.</source>
        <translation>Separated by a semicolon.</translation>
    </message>
    <message>
        <source>Arobases</source>
        <translation>@</translation>
    </message>
    <message>
        <source>Arobases précédentes</source>
        <translation>Previous @</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Qui reçoit le label</source>
        <translation>Who receives the label</translation>
    </message>
    <message>
        <source>Note, pour la scène seulement</source>
        <translation>Note, for the stage only</translation>
    </message>
    <message>
        <source>Nouvelle mention</source>
        <translation>New mention</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Mentions</translation>
    </message>
</context>
<context>
    <name>AwardKind</name>
    <message>
        <source>village</source>
        <translation>village</translation>
    </message>
    <message>
        <source>ville</source>
        <translation>town</translation>
    </message>
    <message>
        <source>territoire</source>
        <translation>territory</translation>
    </message>
    <message>
        <source>autre</source>
        <translation>other</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>Travail en cours</source>
        <translation>Working</translation>
    </message>
    <message>
        <source>aucun</source>
        <translation>none</translation>
    </message>
    <message>
        <source>non scellé</source>
        <translation>not sealed</translation>
    </message>
    <message>
        <source>scellé</source>
        <translation>sealed</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>Sauvegarder l’édition</source>
        <translation>Back up the edition</translation>
    </message>
    <message>
        <source>Enregistrer…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>La même, encore une fois</source>
        <translation>The same, once more</translation>
    </message>
    <message>
        <source>Un seul fichier avec tout ce qui permet de reprendre l’édition sur un autre ordinateur&#x202f;: personnes, passages, palmarès, modèles de badge. L’accueil peut continuer pendant ce temps.</source>
        <translation>A single file with all it takes to restore the edition on another computer: people, scans, awards list, badge templates. Reception can carry on meanwhile.</translation>
    </message>
    <message>
        <source>Où enregistrer la sauvegarde</source>
        <translation>Where to save the backup</translation>
    </message>
    <message>
        <source>Sauvegarde VI Events (*.viedition)</source>
        <translation>VI Events backup (*.viedition)</translation>
    </message>
    <message>
        <source>Sauvegarde en cours…</source>
        <translation>Backing up…</translation>
    </message>
    <message>
        <source>Vous pouvez fermer cette fenêtre&#x202f;: le travail ira à son terme.</source>
        <translation>You can close this window: the work will go on to its end.</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Phrase de passe de la sauvegarde</source>
        <translation>Passphrase of the backup</translation>
    </message>
    <message>
        <source>Phrase de passe de la sauvegarde, facultative</source>
        <translation>Passphrase of the backup, optional</translation>
    </message>
    <message>
        <source>Le palmarès est scellé&#x202f;: la sauvegarde sera chiffrée</source>
        <translation>The awards list is sealed: the backup will be encrypted</translation>
    </message>
    <message>
        <source>Sans cette phrase de passe, personne ne pourra la reprendre&#x202f;: ni vous, ni nous.</source>
        <translation>Without this passphrase, nobody can restore it: neither you nor us.</translation>
    </message>
    <message>
        <source>Le palmarès est encore en clair</source>
        <translation>The awards list is not sealed yet</translation>
    </message>
    <message>
        <source>Sans phrase de passe, qui trouve le fichier lit le palmarès avant l’annonce, et les noms. Donnez-en une, ou scellez d’abord le palmarès.</source>
        <translation>Without a passphrase, whoever finds the file reads the names, and the awards list before it is announced. Give one, or seal the list first.</translation>
    </message>
    <message>
        <source>Une phrase de passe chiffre toute la sauvegarde</source>
        <translation>A passphrase encrypts the whole backup</translation>
    </message>
    <message>
        <source>Sans elle, qui trouve le fichier lit les noms et peut fabriquer des billets.</source>
        <translation>Without it, whoever finds the file can read the names and make tickets.</translation>
    </message>
    <message>
        <source>Donnez une phrase de passe.</source>
        <translation>Give a passphrase.</translation>
    </message>
    <message>
        <source>Les deux ne sont pas les mêmes.</source>
        <translation>The two are not the same.</translation>
    </message>
    <message>
        <source>Sauvegarde enregistrée dans «&#xa0;%1&#xa0;»</source>
        <translation>Backup saved in “%1”</translation>
    </message>
    <message>
        <source>%1 personne</source>
        <translation>%1 person</translation>
    </message>
    <message>
        <source>%1 personnes</source>
        <translation>%1 people</translation>
    </message>
    <message>
        <source>%1 entrée au journal</source>
        <translation>%1 log entry</translation>
    </message>
    <message>
        <source>%1 entrées au journal</source>
        <translation>%1 log entries</translation>
    </message>
    <message>
        <source>chiffrée</source>
        <translation>encrypted</translation>
    </message>
    <message>
        <source>sans phrase de passe</source>
        <translation>no passphrase</translation>
    </message>
    <message>
        <source>«&#xa0;%1&#xa0;» n’y est pas&#x202f;: son nom ne va pas partout.</source>
        <translation>“%1” is left out: its name does not work everywhere.</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>Pas encore imprimé</source>
        <translation>Not printed yet</translation>
    </message>
    <message>
        <source>En attente</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Impression…</source>
        <translation>Printing…</translation>
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
        <source>Annulé</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Changé d’imprimante</source>
        <translation>Moved elsewhere</translation>
    </message>
    <message>
        <source>déplacé</source>
        <translation>moved</translation>
    </message>
    <message>
        <source>entrée</source>
        <translation>entry</translation>
    </message>
    <message>
        <source>réimpression</source>
        <translation>reprint</translation>
    </message>
    <message>
        <source>demandé</source>
        <translation>requested</translation>
    </message>
    <message>
        <source>d’avance</source>
        <translation>in advance</translation>
    </message>
    <message>
        <source>Peut-être double</source>
        <translation>Maybe double</translation>
    </message>
    <message>
        <source>%1 n’a pas confirmé depuis %2&#xa0;s</source>
        <translation>%1 has not confirmed for %2 s</translation>
    </message>
    <message>
        <source>%1 n’a pas confirmé depuis %2&#xa0;min</source>
        <translation>%1 has not confirmed for %2 min</translation>
    </message>
    <message>
        <source>Imprimante de %1 (%2)</source>
        <translation>Printer at %1 (%2)</translation>
    </message>
    <message>
        <source>Boîte %1</source>
        <translation>Box %1</translation>
    </message>
    <message>
        <source>feuilles A6</source>
        <translation>A6 sheets</translation>
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
        <source>Imprimé deux fois peut-être&#x202f;: n’en gardez qu’un.</source>
        <translation>Perhaps printed twice: keep only one.</translation>
    </message>
    <message>
        <source>%1&#x202f;: F7 pour l’imprimer ailleurs.</source>
        <translation>%1: F7 to print it elsewhere.</translation>
    </message>
    <message>
        <source>%1 F7 pour en imprimer un autre.</source>
        <translation>%1 F7 to print another.</translation>
    </message>
    <message>
        <source>Le badge est-il sorti&#x202f;? Sinon, F7.</source>
        <translation>Did the badge come out? If not, F7.</translation>
    </message>
    <message>
        <source>À imprimer ailleurs&#x202f;: «&#xa0;Badges à imprimer&#xa0;», Ctrl+F8.</source>
        <translation>To print elsewhere: “Badges to print”, Ctrl+F8.</translation>
    </message>
    <message>
        <source>Sur l’imprimante %1</source>
        <translation>On printer %1</translation>
    </message>
    <message>
        <source>Imprimante pas encore vue</source>
        <translation>Printer not seen yet</translation>
    </message>
    <message>
        <source>Badge à vérifier&#x202f;: %1</source>
        <translation>Badge to check: %1</translation>
    </message>
    <message>
        <source>%1 badges à vérifier</source>
        <translation>%1 badges to check</translation>
    </message>
    <message>
        <source>Imprimante prête</source>
        <translation>Printer ready</translation>
    </message>
</context>
<context>
    <name>BadgeEditor</name>
    <message>
        <source>Modèles de badge</source>
        <translation>Badge templates</translation>
    </message>
    <message>
        <source>● Rien n’a changé depuis le dernier enregistrement.</source>
        <translation>● Nothing has changed since the last save.</translation>
    </message>
    <message>
        <source>● Enregistré&#x202f;: les badges suivants sortent ainsi («&#xa0;%1&#xa0;»).</source>
        <translation>● Saved: the next badges come out like this (“%1”).</translation>
    </message>
    <message>
        <source>● Enregistré&#x202f;: le modèle d’origine sert de nouveau.</source>
        <translation>● Saved: the original template is in use again.</translation>
    </message>
    <message>
        <source>Revenir au formulaire</source>
        <translation>Back to the form</translation>
    </message>
    <message>
        <source>Modifier le texte TOML</source>
        <translation>Edit the TOML text</translation>
    </message>
    <message>
        <source>◆ Ce poste n’a pas d’imprimante&#x202f;: ajoutez-en une dans les réglages.</source>
        <translation>◆ This station has no printer: add one in the settings.</translation>
    </message>
    <message>
        <source>◆ Le badge n’est pas encore dessiné&#x202f;: recommencez dans un instant.</source>
        <translation>◆ The badge is not drawn yet: try again in a moment.</translation>
    </message>
    <message>
        <source>◆ L’imprimante «&#xa0;%1&#xa0;» n’a pas ce papier&#x202f;: choisissez le sien.</source>
        <translation>◆ Printer “%1” does not have this paper: choose the one it has.</translation>
    </message>
    <message>
        <source>● Essai envoyé à l’imprimante «&#xa0;%1&#xa0;».</source>
        <translation>● Test sent to printer “%1”.</translation>
    </message>
    <message>
        <source>◆ L’essai attend l’imprimante «&#xa0;%1&#xa0;»&#x202f;: %2</source>
        <translation>◆ The test is waiting for printer “%1”: %2</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Rétablir</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Revenir au modèle</source>
        <translation>Back to the template</translation>
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
        <source>Imprimer un essai</source>
        <translation>Print a test</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Papier</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Catégorie</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Ligne %1</source>
        <translation>Line %1</translation>
    </message>
    <message>
        <source>◆ Vos changements ne sont pas enregistrés (Ctrl+S)&#x202f;: recommencez pour les abandonner.</source>
        <translation>◆ Your changes are not saved (Ctrl+S): do it again to discard them.</translation>
    </message>
    <message>
        <source>Choisir l’image du logo</source>
        <translation>Choose the logo picture</translation>
    </message>
</context>
<context>
    <name>BadgeField</name>
    <message>
        <source>Titre et date de l’édition</source>
        <translation>Title and date of the edition</translation>
    </message>
    <message>
        <source>Boîte où le badge est rangé</source>
        <translation>Box the badge is kept in</translation>
    </message>
</context>
<context>
    <name>BadgeForm</name>
    <message>
        <source>&#xa0;pts, %1&#xa0;mm</source>
        <translation>&#xa0;dots, %1&#xa0;mm</translation>
    </message>
    <message>
        <source>Oui, tête-bêche</source>
        <translation>Yes, head to tail</translation>
    </message>
    <message>
        <source>Choisir…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Choisir l’image du logo</source>
        <translation>Choose the logo picture</translation>
    </message>
    <message>
        <source>Insérer…</source>
        <translation>Insert…</translation>
    </message>
    <message>
        <source>Insérer un renseignement de la personne</source>
        <translation>Insert a detail about the person</translation>
    </message>
</context>
<context>
    <name>BadgeKey</name>
    <message>
        <source>Hauteur</source>
        <translation>Height</translation>
    </message>
    <message>
        <source>Largeur</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>Taille des lettres</source>
        <translation>Letter size</translation>
    </message>
    <message>
        <source>Taille minimale</source>
        <translation>Smallest size</translation>
    </message>
    <message>
        <source>Fond</source>
        <translation>Background</translation>
    </message>
    <message>
        <source>Bord inférieur</source>
        <translation>Lower edge</translation>
    </message>
    <message>
        <source>Signes des bouts</source>
        <translation>End marks</translation>
    </message>
    <message>
        <source>Texte</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Part de la hauteur</source>
        <translation>Share of the height</translation>
    </message>
    <message>
        <source>Graisse</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>Emplacement</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Blanc au-dessus</source>
        <translation>Space above</translation>
    </message>
    <message>
        <source>Seulement pour (rien de coché&#x202f;: toutes)</source>
        <translation>Only for (none ticked: all)</translation>
    </message>
    <message>
        <source>Côté d’un carré</source>
        <translation>Square size</translation>
    </message>
    <message>
        <source>Coin du pied</source>
        <translation>Footer corner</translation>
    </message>
    <message>
        <source>Image PNG</source>
        <translation>PNG picture</translation>
    </message>
    <message>
        <source>Épaisseur</source>
        <translation>Thickness</translation>
    </message>
    <message>
        <source>Longueur</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>Ce modèle sert aux catégories</source>
        <translation>Categories this template is for</translation>
    </message>
    <message>
        <source>Marges des côtés</source>
        <translation>Side margins</translation>
    </message>
    <message>
        <source>Marge du bas</source>
        <translation>Bottom margin</translation>
    </message>
    <message>
        <source>Blanc avant les noms</source>
        <translation>Space before the names</translation>
    </message>
    <message>
        <source>Blanc avant le pied</source>
        <translation>Space before the footer</translation>
    </message>
    <message>
        <source>Hauteur du pied</source>
        <translation>Footer height</translation>
    </message>
    <message>
        <source>Imprimé deux fois, à plier</source>
        <translation>Printed twice, to fold</translation>
    </message>
</context>
<context>
    <name>BadgeKind</name>
    <message>
        <source>Bandeau</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Texte</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Code QR</source>
        <translation>QR code</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Filet</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>Repères de pliage</source>
        <translation>Fold marks</translation>
    </message>
    <message>
        <source>Ligne de coupe</source>
        <translation>Cut line</translation>
    </message>
    <message>
        <source>Feuille et marges</source>
        <translation>Sheet and margins</translation>
    </message>
</context>
<context>
    <name>BadgePreview</name>
    <message>
        <source>Les voir tous</source>
        <translation>See them all</translation>
    </message>
    <message>
        <source>Badge précédent (Alt+←)</source>
        <translation>Previous badge (Alt+←)</translation>
    </message>
    <message>
        <source>Badge suivant (Alt+→)</source>
        <translation>Next badge (Alt+→)</translation>
    </message>
    <message>
        <source>Agrandissement</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Badge entier</source>
        <translation>Whole badge</translation>
    </message>
    <message>
        <source>1 point, %1 pixel</source>
        <translation>1 dot, %1 pixel</translation>
    </message>
    <message>
        <source>1 point, %1 pixels</source>
        <translation>1 dot, %1 pixels</translation>
    </message>
    <message>
        <source>Ctrl++ et Ctrl+-</source>
        <translation>Ctrl++ and Ctrl+-</translation>
    </message>
    <message>
        <source>Badge tel qu’il sera imprimé&#x202f;; flèches pour les autres</source>
        <translation>Badge as it will be printed; arrows for the others</translation>
    </message>
    <message>
        <source>En voir un</source>
        <translation>See one</translation>
    </message>
    <message>
        <source>%1 sur %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>● Rien à redire de ce badge.</source>
        <translation>● Nothing wrong with this badge.</translation>
    </message>
    <message>
        <source>%1 autre badge à regarder.</source>
        <translation>%1 other badge to look at.</translation>
    </message>
    <message>
        <source>%1 autres badges à regarder.</source>
        <translation>%1 other badges to look at.</translation>
    </message>
</context>
<context>
    <name>BadgeRemark</name>
    <message>
        <source>Texte réduit à %2&#xa0;points&#x202f;: «&#xa0;%1&#xa0;»</source>
        <translation>Text reduced to %2&#xa0;dots: “%1”</translation>
    </message>
    <message>
        <source>Texte coupé&#x202f;: «&#xa0;%1&#xa0;»</source>
        <translation>Text cut off: “%1”</translation>
    </message>
    <message>
        <source>Un texte n’a plus de place et n’est pas imprimé</source>
        <translation>A text has no room left and is not printed</translation>
    </message>
    <message>
        <source>QR illisible&#x202f;: agrandissez le côté d’un carré</source>
        <translation>QR code unreadable: increase the square size</translation>
    </message>
    <message>
        <source>Police sans %1&#x202f;: imprimé en lettres latines</source>
        <translation>Font without %1: printed in Latin letters</translation>
    </message>
</context>
<context>
    <name>BadgeValue</name>
    <message>
        <source>Noir</source>
        <translation>Black</translation>
    </message>
    <message>
        <source>Blanc, encadré</source>
        <translation>White, outlined</translation>
    </message>
    <message>
        <source>Rayures</source>
        <translation>Stripes</translation>
    </message>
    <message>
        <source>Damier</source>
        <translation>Chequered</translation>
    </message>
    <message>
        <source>Barres</source>
        <translation>Bars</translation>
    </message>
    <message>
        <source>Droit</source>
        <translation>Straight</translation>
    </message>
    <message>
        <source>En dents</source>
        <translation>Toothed</translation>
    </message>
    <message>
        <source>Aucun</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Disques</source>
        <translation>Discs</translation>
    </message>
    <message>
        <source>Losanges</source>
        <translation>Diamonds</translation>
    </message>
    <message>
        <source>Carrés</source>
        <translation>Squares</translation>
    </message>
    <message>
        <source>Sous le bandeau</source>
        <translation>Below the band</translation>
    </message>
    <message>
        <source>En pied</source>
        <translation>In the footer</translation>
    </message>
    <message>
        <source>À gauche</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>À droite</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Normale</source>
        <translation>Regular</translation>
    </message>
    <message>
        <source>Moyenne</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Grasse</source>
        <translation>Bold</translation>
    </message>
    <message>
        <source>Extra-grasse</source>
        <translation>Extra bold</translation>
    </message>
    <message>
        <source>Rouleau 80&#xa0;mm</source>
        <translation>80&#xa0;mm roll</translation>
    </message>
    <message>
        <source>Rouleau 58&#xa0;mm</source>
        <translation>58&#xa0;mm roll</translation>
    </message>
    <message>
        <source>Feuille A6</source>
        <translation>A6 sheet</translation>
    </message>
</context>
<context>
    <name>BadgesAhead</name>
    <message>
        <source>Imprimer les badges d’avance</source>
        <translation>Print badges in advance</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Un badge pour chaque personne attendue qui n’en a pas, par ordre alphabétique. À l’entrée, le poste dira dans quelle boîte le prendre.</source>
        <translation>A badge for each expected person who has none, in alphabetical order. At the entrance, the station will say which box to take it from.</translation>
    </message>
    <message>
        <source>Nombre de boîtes</source>
        <translation>Number of boxes</translation>
    </message>
    <message>
        <source>Imprimante</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Badges imprimés</source>
        <translation>Badges printed</translation>
    </message>
    <message>
        <source>Arrêter</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Aucune imprimante&#x202f;: ajoutez-en une dans les réglages du poste (Ctrl+P).</source>
        <translation>No printer: add one in the station settings (Ctrl+P).</translation>
    </message>
    <message>
        <source>Toutes les personnes attendues ont déjà leur badge.</source>
        <translation>Everyone expected already has a badge.</translation>
    </message>
    <message>
        <source>Préparation&#x202f;: %1 badges…</source>
        <translation>Preparing %1 badges…</translation>
    </message>
    <message>
        <source>%1 badges sur %2</source>
        <translation>%1 of %2 badges</translation>
    </message>
    <message>
        <source>Terminé&#x202f;: rangez les badges dans leurs boîtes.</source>
        <translation>Finished: put the badges away in their boxes.</translation>
    </message>
</context>
<context>
    <name>BadgesDue</name>
    <message>
        <source>Badges à imprimer</source>
        <translation>Badges to print</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Collectivité</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>Personnes sans badge</source>
        <translation>People without a badge</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Feuilles A6 en PDF…</source>
        <translation>A6 sheets as PDF…</translation>
    </message>
    <message>
        <source>Imprimante de bureau…</source>
        <translation>Office printer…</translation>
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
        <source>Feuilles prêtes&#x202f;: imprimez-les.</source>
        <translation>Sheets ready: print them.</translation>
    </message>
    <message>
        <source>Envoyé à l’imprimante de bureau.</source>
        <translation>Sent to the office printer.</translation>
    </message>
    <message>
        <source>Toutes les personnes entrées ont leur badge.</source>
        <translation>Everyone who is in has a badge.</translation>
    </message>
    <message>
        <source>%1 personne est entrée sans recevoir de badge.</source>
        <translation>%1 person came in without getting a badge.</translation>
    </message>
    <message>
        <source>%1 personnes sont entrées sans recevoir de badge.</source>
        <translation>%1 people came in without getting a badge.</translation>
    </message>
    <message>
        <source>%1 badges demandés à «&#xa0;%2&#xa0;».</source>
        <translation>%1 badges requested from “%2”.</translation>
    </message>
    <message>
        <source>Où enregistrer les badges</source>
        <translation>Where to save the badges</translation>
    </message>
    <message>
        <source>badges</source>
        <translation>badges</translation>
    </message>
    <message>
        <source>Rien n’est noté&#x202f;: ces badges restent à imprimer.</source>
        <translation>Nothing noted: these badges are still to print.</translation>
    </message>
    <message>
        <source>Noté&#x202f;: %1 badges sortis.</source>
        <translation>Noted: %1 badges came out.</translation>
    </message>
    <message>
        <source>Imprimante</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Badges par page</source>
        <translation>Badges per page</translation>
    </message>
    <message>
        <source>4 par page A4</source>
        <translation>4 per A4 page</translation>
    </message>
    <message>
        <source>1 par page A6</source>
        <translation>1 per A6 page</translation>
    </message>
    <message>
        <source>Travail en cours</source>
        <translation>Working</translation>
    </message>
</context>
<context>
    <name>BadgesSummary</name>
    <message>
        <source>Le badge arrive…</source>
        <translation>Badge coming…</translation>
    </message>
    <message>
        <source>Le badge le plus difficile de la liste, tel qu’il sort de l’imprimante.</source>
        <translation>The most difficult badge on the list, as it comes out of the printer.</translation>
    </message>
    <message>
        <source>Modèles de badge…</source>
        <translation>Badge templates…</translation>
    </message>
    <message>
        <source>Imprimer d’avance…</source>
        <translation>Print in advance…</translation>
    </message>
    <message>
        <source>Un modèle de badge n’a pas pu servir</source>
        <translation>A badge template could not be used</translation>
    </message>
    <message>
        <source>Ce badge est à regarder</source>
        <translation>This badge needs a look</translation>
    </message>
    <message>
        <source>Noms, fonctions et collectivités tiennent en entier, et le code se lit.</source>
        <translation>Names, positions and authorities fit in full, and the code can be read.</translation>
    </message>
    <message>
        <source>Tous les badges tiennent</source>
        <translation>All badges fit</translation>
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
    <name>CardPicture</name>
    <message>
        <source>La carte telle que la salle la verra</source>
        <translation>The card as the audience will see it</translation>
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
    <name>CheckPage</name>
    <message>
        <source>Contrôler de nouveau</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Rien à contrôler</source>
        <translation>Nothing to check</translation>
    </message>
    <message>
        <source>Importez d’abord le palmarès.</source>
        <translation>Import the awards list first.</translation>
    </message>
    <message>
        <source>Contrôle en cours…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>%1 point interdit d’armer</source>
        <translation>%1 issue prevents arming</translation>
    </message>
    <message>
        <source>%1 points interdisent d’armer</source>
        <translation>%1 issues prevent arming</translation>
    </message>
    <message>
        <source>Corrigez-les avec le bouton de chacun.</source>
        <translation>Correct each one with its button.</translation>
    </message>
    <message>
        <source>%1 nom à regarder</source>
        <translation>%1 name to look at</translation>
    </message>
    <message>
        <source>%1 noms à regarder</source>
        <translation>%1 names to look at</translation>
    </message>
    <message>
        <source>Regardez chacun tel que la salle le verra, puis approuvez-le.</source>
        <translation>Look at each one as the audience will see it, then approve it.</translation>
    </message>
    <message>
        <source>Le spectacle peut être armé</source>
        <translation>The show can be armed</translation>
    </message>
    <message>
        <source>Les écrans se contrôlent dans la régie plateau, le jour venu.</source>
        <translation>The screens are checked at the stage desk, on the day.</translation>
    </message>
    <message>
        <source>bon</source>
        <translation>good</translation>
    </message>
    <message>
        <source>à savoir</source>
        <translation>note</translation>
    </message>
    <message>
        <source>à regarder</source>
        <translation>to look at</translation>
    </message>
    <message>
        <source>refusé</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>Regarder…</source>
        <translation>Look…</translation>
    </message>
    <message>
        <source>Regarder&#x202f;: %1</source>
        <translation>Look: %1</translation>
    </message>
    <message>
        <source>Y aller</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>Y aller&#x202f;: %1</source>
        <translation>Go there: %1</translation>
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
        <source>Rejoindre un hôte…</source>
        <translation>Join a host…</translation>
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
    <name>ClosingPage</name>
    <message>
        <source>Effacer les données personnelles…</source>
        <translation>Erase personal data…</translation>
    </message>
    <message>
        <source>Écrire la preuve de l’effacement</source>
        <translation>Write the proof of erasure</translation>
    </message>
    <message>
        <source>Calcul des chiffres…</source>
        <translation>Working out figures…</translation>
    </message>
    <message>
        <source>Où enregistrer la fiche&#x202f;?</source>
        <translation>Where to save the record?</translation>
    </message>
    <message>
        <source>Dans quel dossier&#x202f;?</source>
        <translation>In which folder?</translation>
    </message>
    <message>
        <source>%1 fichier dans «&#xa0;%2&#xa0;»</source>
        <translation>%1 file in “%2”</translation>
    </message>
    <message>
        <source>%1 fichiers dans «&#xa0;%2&#xa0;»</source>
        <translation>%1 files in “%2”</translation>
    </message>
    <message>
        <source>Écriture en cours…</source>
        <translation>Writing…</translation>
    </message>
    <message>
        <source>Recherche de chaque nom dans chaque fichier…</source>
        <translation>Looking for every name in every file…</translation>
    </message>
    <message>
        <source>Le programme s’est arrêté avant de l’avoir écrite. Écrivez-la dans les sept jours&#x202f;: ensuite, ce poste oublie ce qu’il faut chercher.</source>
        <translation>The program stopped before writing it. Write it within seven days: after that, this station forgets what to look for.</translation>
    </message>
    <message>
        <source>Un effacement attend sa preuve</source>
        <translation>An erasure is waiting for its proof</translation>
    </message>
    <message>
        <source>Les données personnelles de cette édition sont effacées</source>
        <translation>The personal data of this edition is erased</translation>
    </message>
    <message>
        <source>Tous les postes connus l’ont confirmé.</source>
        <translation>All known stations have confirmed it.</translation>
    </message>
    <message>
        <source>Pas encore confirmé par&#x202f;: %1. Rouvrez l’édition sur ces postes.</source>
        <translation>Not yet confirmed by: %1. Reopen the edition on these stations.</translation>
    </message>
    <message>
        <source>Il est temps d’effacer les noms</source>
        <translation>It is time to erase the names</translation>
    </message>
    <message>
        <source>Édition de démonstration&#x202f;: ses noms sont inventés, rien n’oblige à les effacer.</source>
        <translation>Demo edition: its names are invented, nothing requires erasing them.</translation>
    </message>
    <message>
        <source>Les noms étaient à effacer à partir du %1.</source>
        <translation>The names were to be erased from %1.</translation>
    </message>
    <message>
        <source>Les noms sont à effacer à partir du %2, dans %1 jour.</source>
        <translation>The names are to be erased from %2, in %1 day.</translation>
    </message>
    <message>
        <source>Les noms sont à effacer à partir du %2, dans %1 jours.</source>
        <translation>The names are to be erased from %2, in %1 days.</translation>
    </message>
    <message>
        <source>Rapport de la journée</source>
        <translation>Report of the day</translation>
    </message>
    <message>
        <source>Page, PDF, tableaux et graphiques&#x202f;; pour la presse, les labels annoncés et leurs cartes.</source>
        <translation>Page, PDF, tables and charts; for the press, the announced labels and their maps.</translation>
    </message>
    <message>
        <source>Attestations de présence</source>
        <translation>Certificates of attendance</translation>
    </message>
    <message>
        <source>De celles et ceux qui sont venus, en PDF à signer&#x202f;; un par…</source>
        <translation>For those who came, in PDF to sign; one per…</translation>
    </message>
    <message>
        <source>Chapitres de la rediffusion</source>
        <translation>Chapters of the replay</translation>
    </message>
    <message>
        <source>Où commence chaque annonce, en tableau et pour YouTube.</source>
        <translation>Where each announcement starts, as a table and for YouTube.</translation>
    </message>
    <message>
        <source>Fiche de registre</source>
        <translation>Processing record</translation>
    </message>
    <message>
        <source>Ce qui est traité et pourquoi (RGPD, article 30), en PDF ou CSV.</source>
        <translation>What is processed and why (GDPR, article 30), in PDF or CSV.</translation>
    </message>
    <message>
        <source>Sauvegarde</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>L’édition entière en un fichier, pour la reprendre sur un autre ordinateur.</source>
        <translation>The whole edition in one file, to restore it on another computer.</translation>
    </message>
    <message>
        <source>personne</source>
        <translation>person</translation>
    </message>
    <message>
        <source>collectivité</source>
        <translation>authority</translation>
    </message>
    <message>
        <source>demi-journée</source>
        <translation>half-day</translation>
    </message>
    <message>
        <source>Un PDF par</source>
        <translation>One PDF per</translation>
    </message>
</context>
<context>
    <name>ColumnChoices</name>
    <message>
        <source>Choix automatique</source>
        <translation>Chosen automatically</translation>
    </message>
    <message>
        <source>— pas dans le fichier —</source>
        <translation>— not in the file —</translation>
    </message>
    <message>
        <source>Colonnes qui ne servent pas&#x202f;: %1.</source>
        <translation>Columns not used: %1.</translation>
    </message>
    <message>
        <source>Colonne de&#x202f;: %1</source>
        <translation>Column for: %1</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>Ligne</source>
        <translation>Row</translation>
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
    <name>ConflictsDialog</name>
    <message>
        <source>Doubles entrées</source>
        <translation>Double entries</translation>
    </message>
    <message>
        <source>Une première fois</source>
        <translation>First time</translation>
    </message>
    <message>
        <source>Une seconde fois</source>
        <translation>Second time</translation>
    </message>
    <message>
        <source>Personne</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Compté deux fois</source>
        <translation>Counted twice</translation>
    </message>
    <message>
        <source>Vérification</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Voir la personne</source>
        <translation>See the person</translation>
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
        <source>%1 cas à vérifier.</source>
        <translation>To check: %1.</translation>
    </message>
    <message>
        <source>Tout est vérifié.</source>
        <translation>All is checked.</translation>
    </message>
    <message>
        <source>Personne n’a été compté deux fois.</source>
        <translation>Nobody was counted twice.</translation>
    </message>
    <message>
        <source>à vérifier</source>
        <translation>to check</translation>
    </message>
    <message>
        <source>vérifié %1 par %2</source>
        <translation>checked %1 by %2</translation>
    </message>
    <message>
        <source>C’est vérifié…</source>
        <translation>It’s checked…</translation>
    </message>
    <message>
        <source>Ces %1 sont vérifiés…</source>
        <translation>These %1 are checked…</translation>
    </message>
    <message>
        <source>Badge imprimé deux fois peut-être</source>
        <translation>Badge perhaps printed twice</translation>
    </message>
</context>
<context>
    <name>ConnectionDialog</name>
    <message>
        <source>Connexion à OBS</source>
        <translation>Connection to OBS</translation>
    </message>
    <message>
        <source>Relier</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>vide&#x202f;: celui qui est déjà gardé</source>
        <translation>empty: the one already kept</translation>
    </message>
    <message>
        <source>Dans OBS&#x202f;: Outils, Paramètres du serveur WebSocket, puis « Afficher les informations ».</source>
        <translation>In OBS: Tools, WebSocket Server Settings, then “Show Connect Info”.</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Mot de passe</source>
        <translation>Password</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source> Elle ressemble à « {0} »&#x202f;: vérifiez.</source>
        <translation> It looks like “{0}”: check it.</translation>
    </message>
    <message>
        <source> Peut-être&#x202f;: {0}&#x202f;?</source>
        <translation> Perhaps: {0}?</translation>
    </message>
    <message>
        <source>Adresse électronique mal écrite&#x202f;: elle est laissée de côté.</source>
        <translation>Badly written email address: it is left out.</translation>
    </message>
    <message>
        <source>Ajoutez la personne comme une nouvelle inscription.</source>
        <translation>Add the person as a new registration.</translation>
    </message>
    <message>
        <source>Ajoutez-en un.</source>
        <translation>Add one.</translation>
    </message>
    <message>
        <source>Ajoutez-le par « hub config --with », puis rechargez la configuration du serveur.</source>
        <translation>Add it with “hub config --with”, then reload the configuration of the server.</translation>
    </message>
    <message>
        <source>Annoncées deux fois&#x202f;: {0}.</source>
        <translation>Announced twice: {0}.</translation>
    </message>
    <message>
        <source>Appuyez encore pour essayer quand même.</source>
        <translation>Press again to test anyway.</translation>
    </message>
    <message>
        <source>Arrêtez l’hébergement.</source>
        <translation>Stop hosting.</translation>
    </message>
    <message>
        <source>Arrêtez l’un des deux, puis faites-le rejoindre l’hôte sous un autre nom. Chacun garde ce qu’il note.</source>
        <translation>Stop one of the two, then make it join the host under another name. Each keeps what it notes.</translation>
    </message>
    <message>
        <source>Arrêtez puis reprenez l’hébergement.</source>
        <translation>Stop hosting, then start hosting again.</translation>
    </message>
    <message>
        <source>Arrêté.</source>
        <translation>Stopped.</translation>
    </message>
    <message>
        <source>Attendez la première annonce&#x202f;; celles d’une répétition ne comptent pas.</source>
        <translation>Wait for the first announcement; those of a rehearsal do not count.</translation>
    </message>
    <message>
        <source>Attendez le prochain TOP.</source>
        <translation>Wait for the next GO.</translation>
    </message>
    <message>
        <source>Attendez qu’elle soit finie.</source>
        <translation>Wait until it is finished.</translation>
    </message>
    <message>
        <source>Attribuez une autre collectivité à ses participant·es.</source>
        <translation>Assign another authority to its participants.</translation>
    </message>
    <message>
        <source>Au moins </source>
        <translation>At least </translation>
    </message>
    <message>
        <source>Aucun badge n’attend dans une boîte.</source>
        <translation>No badge is waiting in a box.</translation>
    </message>
    <message>
        <source>Aucun code superviseur n’est fixé&#x202f;: personne ne pourra lever un refus.</source>
        <translation>No supervisor code is set: nobody will be able to override a refusal.</translation>
    </message>
    <message>
        <source>Aucun contrôle n’a l’identifiant «&#x202f;{0}&#x202f;».</source>
        <translation>No checkpoint has the identifier “{0}”.</translation>
    </message>
    <message>
        <source>Aucun poste ne s’appelle «&#x202f;{0}&#x202f;».</source>
        <translation>No station is called “{0}”.</translation>
    </message>
    <message>
        <source>Aucun pouvoir n’est admis à «&#x202f;{0}&#x202f;».</source>
        <translation>No proxy is allowed at “{0}”.</translation>
    </message>
    <message>
        <source>Aucun prompteur n’est ouvert.</source>
        <translation>No prompter is open.</translation>
    </message>
    <message>
        <source>Aucun écran de salle n’est choisi.</source>
        <translation>No public screen is chosen.</translation>
    </message>
    <message>
        <source>Aucune catégorie dans la liste&#x202f;: tout le monde y est invité·e.</source>
        <translation>No category in the list: everybody in it is a guest.</translation>
    </message>
    <message>
        <source>Aucune collectivité n’a le code « {0} » donné pour « {1} ».</source>
        <translation>No authority has the code “{0}” given for “{1}”.</translation>
    </message>
    <message>
        <source>Aucune collectivité n’est à préparer en coulisse.</source>
        <translation>No authority is to be prepared in the wings.</translation>
    </message>
    <message>
        <source>Aucune colonne ne dit ce que sont les étapes. Colonnes vues&#x202f;: {0}.</source>
        <translation>No column says what the items are. Columns seen: {0}.</translation>
    </message>
    <message>
        <source>Aucune colonne ne donne le nom des personnes. Colonnes vues&#x202f;: {0}.</source>
        <translation>No column gives people’s names. Columns seen: {0}.</translation>
    </message>
    <message>
        <source>Aucune colonne ne donne {0}. Colonnes vues&#x202f;: {1}.</source>
        <translation>No column gives {0}. Columns seen: {1}.</translation>
    </message>
    <message>
        <source>Aucune des personnes demandées n’est passée à l’accueil.</source>
        <translation>None of the people asked for came through reception.</translation>
    </message>
    <message>
        <source>Aucune durée prévue&#x202f;: l’étape compte pour 0 seconde.</source>
        <translation>No planned duration: the item counts as 0 seconds.</translation>
    </message>
    <message>
        <source>Aucune imprimante n’est choisie.</source>
        <translation>No printer is chosen.</translation>
    </message>
    <message>
        <source>Aucune imprimante&#x202f;: les badges ne sont pas imprimés.</source>
        <translation>No printer: badges are not printed.</translation>
    </message>
    <message>
        <source>Aucune liaison avec OBS n’est demandée.</source>
        <translation>No connection to OBS is asked for.</translation>
    </message>
    <message>
        <source>Aucune personne n’a cet identifiant, ou elle est déjà effacée.</source>
        <translation>Nobody has this identifier, or they are already erased.</translation>
    </message>
    <message>
        <source>Aucune personne n’a l’identifiant « {0} ».</source>
        <translation>Nobody has the identifier “{0}”.</translation>
    </message>
    <message>
        <source>Aucune personne n’a l’identifiant «&#x202f;{0}&#x202f;».</source>
        <translation>Nobody has the identifier “{0}”.</translation>
    </message>
    <message>
        <source>Aucune sauvegarde de l’édition n’a été faite.</source>
        <translation>No backup of the edition has been made.</translation>
    </message>
    <message>
        <source>Aucune&#x202f;: la douchette USB tape comme un clavier.</source>
        <translation>None: the USB scanner types like a keyboard.</translation>
    </message>
    <message>
        <source>CUPS a interrompu l’envoi ({0})&#x202f;: le badge est-il sorti&#x202f;?</source>
        <translation>CUPS broke off the sending ({0}): did the badge come out?</translation>
    </message>
    <message>
        <source>CUPS dit l’imprimante « {0} » éteinte&#x202f;: allumez-la et branchez-la.</source>
        <translation>CUPS says the printer “{0}” is off: switch it on and plug it in.</translation>
    </message>
    <message>
        <source>CUPS ne connaît pas la file « {0} »&#x202f;: vérifiez son nom.</source>
        <translation>CUPS does not know the queue “{0}”: check its name.</translation>
    </message>
    <message>
        <source>CUPS ne répond pas.</source>
        <translation>CUPS does not answer.</translation>
    </message>
    <message>
        <source>CUPS ne répond pas&#x202f;: redémarrez le service d’impression.</source>
        <translation>CUPS does not answer: restart the print service.</translation>
    </message>
    <message>
        <source>CUPS n’a pas dit s’il prenait le badge&#x202f;: le badge est-il sorti&#x202f;?</source>
        <translation>CUPS did not say whether it took the badge: did the badge come out?</translation>
    </message>
    <message>
        <source>CUPS n’est pas installé sur cet ordinateur.</source>
        <translation>CUPS is not installed on this computer.</translation>
    </message>
    <message>
        <source>CUPS n’est pas installé sur cet ordinateur&#x202f;: « lp » manque.</source>
        <translation>CUPS is not installed on this computer: “lp” is missing.</translation>
    </message>
    <message>
        <source>CUPS n’est pas installé sur cet ordinateur&#x202f;: « lpstat » manque.</source>
        <translation>CUPS is not installed on this computer: “lpstat” is missing.</translation>
    </message>
    <message>
        <source>Ce badge a été effacé.</source>
        <translation>This badge has been erased.</translation>
    </message>
    <message>
        <source>Ce conducteur est écrit dans une version ({0!s:.20}) que ce poste ne connaît pas.</source>
        <translation>This running order is written in a version ({0!s:.20}) that this station does not know.</translation>
    </message>
    <message>
        <source>Ce label n’a pas été annoncé.</source>
        <translation>This label has not been announced.</translation>
    </message>
    <message>
        <source>Ce lien a déjà servi, ou date de plus de dix minutes.</source>
        <translation>This link has already been used, or is over ten minutes old.</translation>
    </message>
    <message>
        <source>Ce nom de mention n’a aucune lettre.</source>
        <translation>This name of a mention has no letter.</translation>
    </message>
    <message>
        <source>Ce nom de poste ne convient pas.</source>
        <translation>This station name is not suitable.</translation>
    </message>
    <message>
        <source>Ce nombre de pouvoirs est négatif.</source>
        <translation>This number of proxies is negative.</translation>
    </message>
    <message>
        <source>Ce n’est ni la phrase de passe du palmarès, ni sa clé de secours.</source>
        <translation>This is neither the passphrase of the awards list nor its recovery key.</translation>
    </message>
    <message>
        <source>Ce n’est pas la phrase de passe de cette sauvegarde.</source>
        <translation>This is not the passphrase of this backup.</translation>
    </message>
    <message>
        <source>Ce n’est pas le code superviseur actuel.</source>
        <translation>This is not the current supervisor code.</translation>
    </message>
    <message>
        <source>Ce n’est pas le code superviseur.</source>
        <translation>This is not the supervisor code.</translation>
    </message>
    <message>
        <source>Ce n’est pas un lien pour rejoindre un hôte, ou il en manque une partie.</source>
        <translation>This is not a link to join a host, or part of it is missing.</translation>
    </message>
    <message>
        <source>Ce n’est pas une heure du jour.</source>
        <translation>This is not a time of day.</translation>
    </message>
    <message>
        <source>Ce palmarès est écrit dans une version ({0!s:.20}) que ce poste ne connaît pas.</source>
        <translation>This awards list is written in a version ({0!s:.20}) that this station does not know.</translation>
    </message>
    <message>
        <source>Ce poste a déjà une autre édition «&#x202f;{0}&#x202f;».</source>
        <translation>This station already has another edition “{0}”.</translation>
    </message>
    <message>
        <source>Ce poste a la version {0} de VI Events, l’hôte la version {1}.</source>
        <translation>This station has version {0} of VI Events, the host has version {1}.</translation>
    </message>
    <message>
        <source>Ce poste a rejoint les autres avec le rôle «&#x202f;{0}&#x202f;»&#x202f;: cela ne lui revient pas.</source>
        <translation>This station joined the others with the role “{0}”: this is not for it to do.</translation>
    </message>
    <message>
        <source>Ce poste a rejoint l’hôte sous le nom «&#x202f;{0}&#x202f;», et s’appelle maintenant «&#x202f;{1}&#x202f;».</source>
        <translation>This station joined the host under the name “{0}”, and is now called “{1}”.</translation>
    </message>
    <message>
        <source>Ce poste a rejoint l’hôte, mais n’a pas reçu tout le journal. {0}</source>
        <translation>This station joined the host, but did not receive the whole log. {0}</translation>
    </message>
    <message>
        <source>Ce poste héberge.</source>
        <translation>This station hosts.</translation>
    </message>
    <message>
        <source>Ce poste héberge&#x202f;: il ne peut pas s’exclure.</source>
        <translation>This station hosts: it cannot exclude itself.</translation>
    </message>
    <message>
        <source>Ce poste ne disait plus qu’il est là.</source>
        <translation>This station had stopped saying that it is there.</translation>
    </message>
    <message>
        <source>Ce poste n’a pas la clé des billets.</source>
        <translation>This station does not have the ticket key.</translation>
    </message>
    <message>
        <source>Ce poste n’héberge pas l’édition.</source>
        <translation>This station does not host the edition.</translation>
    </message>
    <message>
        <source>Ce poste s’arrête pour ne rien perdre : vérifiez l’espace libre et le disque, puis relancez VI Events.</source>
        <translation>This station is stopping so that nothing is lost: check the free space and the disk, then start VI Events again.</translation>
    </message>
    <message>
        <source>Ce poste travaille seul.</source>
        <translation>This station works alone.</translation>
    </message>
    <message>
        <source>Ce pouvoir n’existe plus.</source>
        <translation>This proxy no longer exists.</translation>
    </message>
    <message>
        <source>Ce que la preuve cherchera ne se laisse pas garder dans «&#x202f;{0}&#x202f;» ({1}).</source>
        <translation>What the proof will look for cannot be kept in “{0}” ({1}).</translation>
    </message>
    <message>
        <source>Ce qui est déjà passé sur scène ne peut plus changer, et rien ne peut venir avant.</source>
        <translation>What has already been on stage can no longer change, and nothing can come before it.</translation>
    </message>
    <message>
        <source>Ce qui répond à l’adresse {0} n’est pas OBS&#x202f;: recopiez dans les réglages le port qu’OBS indique dans Outils, Paramètres du serveur WebSocket.</source>
        <translation>What answers at the address {0} is not OBS: copy into the settings the port that OBS shows under Tools, WebSocket Server Settings.</translation>
    </message>
    <message>
        <source>Ce qui écoute à l’adresse {0} ne dit rien&#x202f;: OBS est figé, antérieur à la version 28, ou ce port n’est pas le sien&#x202f;; relancez OBS ou corrigez le port.</source>
        <translation>What listens at the address {0} says nothing: OBS is frozen, older than version 28, or this port is not its own; restart OBS or correct the port.</translation>
    </message>
    <message>
        <source>Ce qui écoute à l’adresse {0} raccroche aussitôt&#x202f;: attendez si OBS démarre ou se ferme, sinon corrigez le port dans les réglages.</source>
        <translation>What listens at the address {0} hangs up at once: wait if OBS is starting or closing, otherwise correct the port in the settings.</translation>
    </message>
    <message>
        <source>Ce qui était demandé ne s’est pas fait ({0}).</source>
        <translation>What was asked for was not done ({0}).</translation>
    </message>
    <message>
        <source>Ce serveur, que d’autres font tourner, lit son certificat dans sa configuration.</source>
        <translation>This server, which others run, reads its certificate from its configuration.</translation>
    </message>
    <message>
        <source>Ce type d’étape n’existe pas.</source>
        <translation>This type of item does not exist.</translation>
    </message>
    <message>
        <source>Ce type d’étape n’existe pas. Types possibles&#x202f;: {0}.</source>
        <translation>This type of item does not exist. Possible types: {0}.</translation>
    </message>
    <message>
        <source>Ceci n’a pas pu être examiné ({0}).</source>
        <translation>This could not be examined ({0}).</translation>
    </message>
    <message>
        <source>Certaines de ces étapes sont reportées et d’autres non.</source>
        <translation>Some of these items are postponed and others are not.</translation>
    </message>
    <message>
        <source>Ces deux fiches ne peuvent pas être réunies.</source>
        <translation>These two records cannot be merged.</translation>
    </message>
    <message>
        <source>Cet appareil USB n’est pas une imprimante qui répond&#x202f;: passez par CUPS.</source>
        <translation>This USB device is not a printer that answers: go through CUPS.</translation>
    </message>
    <message>
        <source>Cet ordinateur n’a pas l’adresse {0}, ou n’a pas le droit d’y écouter.</source>
        <translation>This computer does not have the address {0}, or is not allowed to listen there.</translation>
    </message>
    <message>
        <source>Cette base ne contient pas d’édition.</source>
        <translation>This database contains no edition.</translation>
    </message>
    <message>
        <source>Cette collectivité n’est plus au palmarès.</source>
        <translation>This authority is no longer in the awards list.</translation>
    </message>
    <message>
        <source>Cette fiche a été effacée&#x202f;: plus aucun nom ne peut y être noté.</source>
        <translation>This record has been erased: no name can be noted in it any more.</translation>
    </message>
    <message>
        <source>Cette ligne est une option d’un autre billet&#x202f;: elle n’ajoute personne.</source>
        <translation>This row is an option of another ticket: it adds nobody.</translation>
    </message>
    <message>
        <source>Cette mention n’est pas au palmarès&#x202f;: corrigez son nom.</source>
        <translation>This mention is not in the awards list: correct its name.</translation>
    </message>
    <message>
        <source>Cette personne est déjà à la ligne {0}&#x202f;: retirez l’une des deux lignes.</source>
        <translation>This person is already in row {0}: remove one of the two rows.</translation>
    </message>
    <message>
        <source>Cette sauvegarde de l’édition «&#x202f;{0}&#x202f;» est chiffrée.</source>
        <translation>This backup of the edition “{0}” is encrypted.</translation>
    </message>
    <message>
        <source>Cette sauvegarde est abîmée ou incomplète.</source>
        <translation>This backup is damaged or incomplete.</translation>
    </message>
    <message>
        <source>Cette sauvegarde vient d’une version plus récente de VI Events.</source>
        <translation>This backup comes from a newer version of VI Events.</translation>
    </message>
    <message>
        <source>Cette section est déjà au conducteur.</source>
        <translation>This section is already in the running order.</translation>
    </message>
    <message>
        <source>Cette section n’est plus au conducteur.</source>
        <translation>This section is no longer in the running order.</translation>
    </message>
    <message>
        <source>Cette édition a été écrite par une version plus récente de VI Events (schéma {0}, ici {1}).</source>
        <translation>This edition was written by a newer version of VI Events (schema {0}, here {1}).</translation>
    </message>
    <message>
        <source>Cette édition n’a pas encore de palmarès.</source>
        <translation>This edition has no awards list yet.</translation>
    </message>
    <message>
        <source>Cette étape a été jouée&#x202f;: recommencez le spectacle pour la changer.</source>
        <translation>This item has been played: start the show over to change it.</translation>
    </message>
    <message>
        <source>Cette étape est déjà au conducteur.</source>
        <translation>This item is already in the running order.</translation>
    </message>
    <message>
        <source>Cette étape est déjà à l’écran.</source>
        <translation>This item is already on screen.</translation>
    </message>
    <message>
        <source>Cette étape ne nomme pas une seule collectivité.</source>
        <translation>This item does not name exactly one authority.</translation>
    </message>
    <message>
        <source>Cette étape n’est pas dans le conducteur.</source>
        <translation>This item is not in the running order.</translation>
    </message>
    <message>
        <source>Cette étape n’est pas un appel de plusieurs collectivités.</source>
        <translation>This item is not a roll call of several authorities.</translation>
    </message>
    <message>
        <source>Cette étape n’est plus au conducteur.</source>
        <translation>This item is no longer in the running order.</translation>
    </message>
    <message>
        <source>Champs possibles&#x202f;: {0}.</source>
        <translation>Possible fields: {0}.</translation>
    </message>
    <message>
        <source>Changez de scène dans OBS.</source>
        <translation>Change the scene in OBS.</translation>
    </message>
    <message>
        <source>Changez les règles de l’assemblée.</source>
        <translation>Change the rules of the assembly.</translation>
    </message>
    <message>
        <source>Changez l’un des deux noms.</source>
        <translation>Change one of the two names.</translation>
    </message>
    <message>
        <source>Changez seulement la suite du conducteur, après la dernière étape jouée.</source>
        <translation>Change only the rest of the running order, after the last item played.</translation>
    </message>
    <message>
        <source>Cherchez-la avec «&#x202f;find&#x202f;».</source>
        <translation>Search for them with “find”.</translation>
    </message>
    <message>
        <source>Cherchez-la par son nom.</source>
        <translation>Search for them by name.</translation>
    </message>
    <message>
        <source>Choisissez au moins quatre signes.</source>
        <translation>Choose at least four characters.</translation>
    </message>
    <message>
        <source>Choisissez la bonne avec --edition&#x202f;; rien n’a été repris.</source>
        <translation>Choose the right one with --edition; nothing has been recovered.</translation>
    </message>
    <message>
        <source>Choisissez la remise d’une collectivité.</source>
        <translation>Choose the award of one authority.</translation>
    </message>
    <message>
        <source>Choisissez le fichier CSV ou XLSX lui-même.</source>
        <translation>Choose the CSV or XLSX file itself.</translation>
    </message>
    <message>
        <source>Choisissez seulement des remises ou des appels.</source>
        <translation>Choose only awards or roll calls.</translation>
    </message>
    <message>
        <source>Choisissez un appel, ou retirez cette étape si elle est vide.</source>
        <translation>Choose a roll call, or remove this item if it is empty.</translation>
    </message>
    <message>
        <source>Choisissez un autre dossier ; rien n’a été modifié.</source>
        <translation>Choose another folder; nothing has been changed.</translation>
    </message>
    <message>
        <source>Choisissez un autre dossier avec --data.</source>
        <translation>Choose another folder with --data.</translation>
    </message>
    <message>
        <source>Choisissez un autre dossier.</source>
        <translation>Choose another folder.</translation>
    </message>
    <message>
        <source>Choisissez un autre dossier. Rien n’a été effacé.</source>
        <translation>Choose another folder. Nothing has been erased.</translation>
    </message>
    <message>
        <source>Choisissez un autre endroit, ou faites de la place.</source>
        <translation>Choose another place, or make room.</translation>
    </message>
    <message>
        <source>Choisissez un autre endroit.</source>
        <translation>Choose another place.</translation>
    </message>
    <message>
        <source>Choisissez un autre fichier PNG.</source>
        <translation>Choose another PNG file.</translation>
    </message>
    <message>
        <source>Choisissez un autre fichier.</source>
        <translation>Choose another file.</translation>
    </message>
    <message>
        <source>Choisissez un autre nom&#x202f;: rien n’a été touché.</source>
        <translation>Choose another name: nothing has been touched.</translation>
    </message>
    <message>
        <source>Choisissez un fichier qui se termine par .viedition.</source>
        <translation>Choose a file that ends with .viedition.</translation>
    </message>
    <message>
        <source>Choisissez un jour d’après, ou laissez la règle des trois mois.</source>
        <translation>Choose a later day, or leave the three-month rule.</translation>
    </message>
    <message>
        <source>Choisissez une autre fiche.</source>
        <translation>Choose another record.</translation>
    </message>
    <message>
        <source>Choisissez « 0.0.0.0:{0} », qui vaut pour toutes ses adresses.</source>
        <translation>Choose “0.0.0.0:{0}”, which stands for all its addresses.</translation>
    </message>
    <message>
        <source>Choisissez-en un autre.</source>
        <translation>Choose another one.</translation>
    </message>
    <message>
        <source>Choisissez-en une autre.</source>
        <translation>Choose another one.</translation>
    </message>
    <message>
        <source>Choisissez-le dans la liste.</source>
        <translation>Choose it from the list.</translation>
    </message>
    <message>
        <source>Choix : {0}.</source>
        <translation>Choices: {0}.</translation>
    </message>
    <message>
        <source>Clé USB d’une version plus récente de VI Events&#x202f;: mettez à jour ce poste, ou changez de clé.</source>
        <translation>USB stick from a newer version of VI Events: update this station, or change sticks.</translation>
    </message>
    <message>
        <source>Clé USB lente&#x202f;: rien n’y est écrit depuis {0}.</source>
        <translation>Slow USB stick: nothing has been written to it since {0}.</translation>
    </message>
    <message>
        <source>Clé USB pleine&#x202f;: libérez de la place ou changez de clé&#x202f;; {0}.</source>
        <translation>USB stick full: free some room or change sticks; {0}.</translation>
    </message>
    <message>
        <source>Clé USB protégée en écriture&#x202f;: ôtez la protection ou changez de clé&#x202f;; {0}.</source>
        <translation>USB stick write-protected: remove the protection or change sticks; {0}.</translation>
    </message>
    <message>
        <source>Collectivité hors de la liste officielle&#x202f;: son nom est gardé comme il est écrit.</source>
        <translation>Authority off the official list: its name is kept as it is written.</translation>
    </message>
    <message>
        <source>Collectivité étrangère&#x202f;: son nom n’est pas vérifié.</source>
        <translation>Foreign authority: its name is not checked.</translation>
    </message>
    <message>
        <source>Colonnes présentes&#x202f;: {0}.</source>
        <translation>Columns in the file: {0}.</translation>
    </message>
    <message>
        <source>Commencez chaque élément par une ligne [[element]].</source>
        <translation>Begin each element with a line [[element]].</translation>
    </message>
    <message>
        <source>Commencez par «&#x202f;Héberger&#x202f;».</source>
        <translation>Begin with “Host”.</translation>
    </message>
    <message>
        <source>Confiez ou arrêtez d’abord l’hébergement.</source>
        <translation>Hand over or stop hosting first.</translation>
    </message>
    <message>
        <source>Connexion à OBS, à l’adresse {0}…</source>
        <translation>Connecting to OBS, at the address {0}…</translation>
    </message>
    <message>
        <source>Connexion à l’hôte…</source>
        <translation>Connecting to host…</translation>
    </message>
    <message>
        <source>Contrôles&#x202f;: {0}.</source>
        <translation>Checkpoints: {0}.</translation>
    </message>
    <message>
        <source>Copie sur clé USB&#x202f;: en cours…</source>
        <translation>Copy to USB stick: in progress…</translation>
    </message>
    <message>
        <source>Copiez-la de nouveau depuis son support, ou prenez-en une autre&#x202f;: rien n’a été changé sur ce poste.</source>
        <translation>Copy it again from its medium, or take another one: nothing has been changed on this station.</translation>
    </message>
    <message>
        <source>Copiez-le en entier&#x202f;: il commence par «&#x202f;vi-events://join&#x202f;».</source>
        <translation>Copy all of it: it begins with “vi-events://join”.</translation>
    </message>
    <message>
        <source>Corrigez ces lignes dans le fichier, puis importez-le de nouveau.</source>
        <translation>Correct these rows in the file, then import it again.</translation>
    </message>
    <message>
        <source>Corrigez le fichier ou répondez aux questions, puis importez-le de nouveau.</source>
        <translation>Correct the file or answer the questions, then import it again.</translation>
    </message>
    <message>
        <source>Corrigez les heures.</source>
        <translation>Correct the times.</translation>
    </message>
    <message>
        <source>Corrigez l’heure ou le jour.</source>
        <translation>Correct the time or the day.</translation>
    </message>
    <message>
        <source>Corrigez l’un des deux.</source>
        <translation>Correct one of the two.</translation>
    </message>
    <message>
        <source>Corrigez-le dans la liste des participants&#x202f;: lettres, chiffres, tirets.</source>
        <translation>Correct it in the list of participants: letters, digits, hyphens.</translation>
    </message>
    <message>
        <source>Critères possibles&#x202f;: {0}, ce dernier à la fin.</source>
        <translation>Possible criteria: {0}, the last of these at the end.</translation>
    </message>
    <message>
        <source>Créez-en une avec « new », ou essayez « demo ».</source>
        <translation>Create one with “new”, or try “demo”.</translation>
    </message>
    <message>
        <source>C’était la dernière étape.</source>
        <translation>That was the last item.</translation>
    </message>
    <message>
        <source>Dans ce mode, aucun label de la scène n’attend d’être pris.</source>
        <translation>In this mode, no label from the stage is waiting to be taken.</translation>
    </message>
    <message>
        <source>Demandez-en un autre depuis la fiche.</source>
        <translation>Ask for another one from the record.</translation>
    </message>
    <message>
        <source>Demandez-en un nouveau au poste qui héberge.</source>
        <translation>Ask the hosting station for a new one.</translation>
    </message>
    <message>
        <source>Demandez-lui de vous confier l’hébergement, ou arrêtez-le d’abord.</source>
        <translation>Ask it to hand over hosting to you, or stop it first.</translation>
    </message>
    <message>
        <source>Deux contrôles s’appellent «&#x202f;{0}&#x202f;».</source>
        <translation>Two checkpoints are called “{0}”.</translation>
    </message>
    <message>
        <source>Dites laquelle avec --map, par exemple&#x202f;: --map &apos;kind=titre de la colonne&apos;.</source>
        <translation>Say which one with --map, for example: --map “kind=column title”.</translation>
    </message>
    <message>
        <source>Dites laquelle avec --map, par exemple&#x202f;: --map &apos;last_name=titre de la colonne&apos;.</source>
        <translation>Say which one with --map, for example: --map “last_name=column title”.</translation>
    </message>
    <message>
        <source>Dites laquelle avec --map, par exemple&#x202f;: --map &apos;{0}=titre de la colonne&apos;.</source>
        <translation>Say which one with --map, for example: --map “{0}=column title”.</translation>
    </message>
    <message>
        <source>Donnez 0 ou plus.</source>
        <translation>Give 0 or more.</translation>
    </message>
    <message>
        <source>Donnez au moins 1.</source>
        <translation>Give at least 1.</translation>
    </message>
    <message>
        <source>Donnez celui-ci à quelqu’un d’autre.</source>
        <translation>Give this one to someone else.</translation>
    </message>
    <message>
        <source>Donnez chaque personne séparément.</source>
        <translation>Give each person separately.</translation>
    </message>
    <message>
        <source>Donnez de 1 à {0} lettres, chiffres, espaces ou tirets.</source>
        <translation>Give 1 to {0} letters, digits, spaces or hyphens.</translation>
    </message>
    <message>
        <source>Donnez la durée de cette seule étape.</source>
        <translation>Give the duration of this item alone.</translation>
    </message>
    <message>
        <source>Donnez la mention.</source>
        <translation>Give the mention.</translation>
    </message>
    <message>
        <source>Donnez la phrase de passe choisie en la faisant.</source>
        <translation>Give the passphrase chosen when it was made.</translation>
    </message>
    <message>
        <source>Donnez la phrase de passe, ou la clé de secours imprimée.</source>
        <translation>Give the passphrase, or the printed recovery key.</translation>
    </message>
    <message>
        <source>Donnez le dossier d’une édition, sa base (edition.db), ou la clé USB avec son dossier VI-EVENTS.</source>
        <translation>Give the folder of an edition, its database (edition.db), or the USB stick with its VI-EVENTS folder.</translation>
    </message>
    <message>
        <source>Donnez l’identifiant « batch » que l’import a affiché.</source>
        <translation>Give the “batch” identifier that the import showed.</translation>
    </message>
    <message>
        <source>Donnez par exemple «&#x202f;{0}{1}&#x202f;».</source>
        <translation>Give for example “{0}{1}”.</translation>
    </message>
    <message>
        <source>Donnez sa phrase de passe&#x202f;: VI_EVENTS_PASSPHRASE en ligne de commande.</source>
        <translation>Give its passphrase: VI_EVENTS_PASSPHRASE on the command line.</translation>
    </message>
    <message>
        <source>Donnez un autre titre.</source>
        <translation>Give another title.</translation>
    </message>
    <message>
        <source>Donnez un nombre de collectivités, zéro ou plus.</source>
        <translation>Give a number of authorities, zero or more.</translation>
    </message>
    <message>
        <source>Donnez un nombre d’au moins 2.</source>
        <translation>Give a number, at least 2.</translation>
    </message>
    <message>
        <source>Donnez un nombre, ou rien.</source>
        <translation>Give a number, or nothing.</translation>
    </message>
    <message>
        <source>Donnez une de ces extensions.</source>
        <translation>Give one of these extensions.</translation>
    </message>
    <message>
        <source>Donnez une durée pour chaque niveau, de 1 à 5 arobases.</source>
        <translation>Give a duration for each level, from 1 to 5 @.</translation>
    </message>
    <message>
        <source>Donnez une phrase de passe pour la sauvegarde&#x202f;; sans elle, personne ne pourra la reprendre.</source>
        <translation>Give a passphrase for the backup; without it, nobody will be able to restore it.</translation>
    </message>
    <message>
        <source>Donnez-en un autre avec --data.</source>
        <translation>Give another one with --data.</translation>
    </message>
    <message>
        <source>Donnez-leur d’abord d’autres contrôles.</source>
        <translation>Give them other checkpoints first.</translation>
    </message>
    <message>
        <source>Donnez-lui d’abord d’autres contrôles.</source>
        <translation>Give them other checkpoints first.</translation>
    </message>
    <message>
        <source>Donnez-lui un titre.</source>
        <translation>Give it a title.</translation>
    </message>
    <message>
        <source>Donnez-lui-en un, ou retirez la ligne.</source>
        <translation>Give it one, or remove the row.</translation>
    </message>
    <message>
        <source>Données personnelles à effacer depuis le {0}&#x202f;; ce poste le fera {1}.</source>
        <translation>Personal data to be erased since {0}; this station will do it {1}.</translation>
    </message>
    <message>
        <source>Douchette prête sur {0}.</source>
        <translation>Scanner ready on {0}.</translation>
    </message>
    <message>
        <source>Douchette série arrêtée.</source>
        <translation>Serial scanner stopped.</translation>
    </message>
    <message>
        <source>Durée prévue&#x202f;: {0} min, créneau&#x202f;: {1} min.</source>
        <translation>Planned duration: {0} min, slot: {1} min.</translation>
    </message>
    <message>
        <source>Début</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Déplacez-la au lieu de l’ajouter.</source>
        <translation>Move it instead of adding it.</translation>
    </message>
    <message>
        <source>Effacement pas encore confirmé par&#x202f;: {0}.</source>
        <translation>Erasure not yet confirmed by: {0}.</translation>
    </message>
    <message>
        <source>Effacez-les&#x202f;: vi-events erase --confirm {0}</source>
        <translation>Erase it: vi-events erase --confirm {0}</translation>
    </message>
    <message>
        <source>Effacées ici, mais pas dans ces copies de l’édition&#x202f;: {0}.</source>
        <translation>Erased here, but not in these copies of the edition: {0}.</translation>
    </message>
    <message>
        <source>Employez des minuscules sans accent, des chiffres et des tirets, par exemple « labels-2027 ».</source>
        <translation>Use lower-case letters without accents, digits and hyphens, for example “labels-2027”.</translation>
    </message>
    <message>
        <source>Employez un des codes que l’import propose, ou « {0} » hors de la liste officielle.</source>
        <translation>Use one of the codes that the import offers, or “{0}” if off the official list.</translation>
    </message>
    <message>
        <source>Employez un des codes que l’import propose.</source>
        <translation>Use one of the codes that the import offers.</translation>
    </message>
    <message>
        <source>En liaison, tout est transmis.</source>
        <translation>Connected, everything is sent.</translation>
    </message>
    <message>
        <source>En liaison, {0}.</source>
        <translation>Connected, {0}.</translation>
    </message>
    <message>
        <source>Enregistrez-en une copie sans mot de passe, puis réessayez.</source>
        <translation>Save a copy of it without a password, then try again.</translation>
    </message>
    <message>
        <source>Enregistrez-le en UTF-8.</source>
        <translation>Save it as UTF-8.</translation>
    </message>
    <message>
        <source>Entre accolades, écrivez {0}.</source>
        <translation>Between braces, write {0}.</translation>
    </message>
    <message>
        <source>Erreur imprévue de l’imprimante ({0})&#x202f;: changez-en.</source>
        <translation>Unexpected printer error ({0}): change printers.</translation>
    </message>
    <message>
        <source>Essayez {0}.</source>
        <translation>Try {0}.</translation>
    </message>
    <message>
        <source>Exportez la liste en CSV ou en XLSX depuis la billetterie ou le tableur.</source>
        <translation>Export the list as CSV or XLSX from the ticketing service or the spreadsheet.</translation>
    </message>
    <message>
        <source>F7 (Préparer) le charge, T le prend alors&#x202f;; F6 suit la scène sans vous.</source>
        <translation>F7 (Prepare) loads it, T then takes it; F6 follows the stage without you.</translation>
    </message>
    <message>
        <source>Faites de la place avant l’ouverture des portes.</source>
        <translation>Make room before the doors open.</translation>
    </message>
    <message>
        <source>Faites de la place sur le disque, puis recommencez.</source>
        <translation>Make room on the disk, then try again.</translation>
    </message>
    <message>
        <source>Faites de la place sur le disque&#x202f;; sans cela, un redémarrage redemandera la phrase de passe.</source>
        <translation>Make room on the disk; otherwise a restart will ask for the passphrase again.</translation>
    </message>
    <message>
        <source>Faites de la place sur le disque&#x202f;; si cela se répète, vérifiez le disque.</source>
        <translation>Make room on the disk; if this happens again, check the disk.</translation>
    </message>
    <message>
        <source>Faites de la place, ou choisissez un autre dossier de données (--data).</source>
        <translation>Make room, or choose another data folder (--data).</translation>
    </message>
    <message>
        <source>Faites de la place, puis recommencez. Rien n’a été effacé.</source>
        <translation>Make room, then try again. Nothing has been erased.</translation>
    </message>
    <message>
        <source>Faites de la place&#x202f;; les passages, eux, continuent de s’enregistrer.</source>
        <translation>Make room; scans themselves are still being saved.</translation>
    </message>
    <message>
        <source>Faites d’abord entrer la personne qui représente, puis donnez-lui le pouvoir.</source>
        <translation>First let in the person who represents, then give them the proxy.</translation>
    </message>
    <message>
        <source>Faites un appel pour en nommer plusieurs.</source>
        <translation>Make a roll call to name several of them.</translation>
    </message>
    <message>
        <source>Faites-le sur le poste qui a créé l’édition.</source>
        <translation>Do it on the station that created the edition.</translation>
    </message>
    <message>
        <source>Faites-le sur un poste de régie, ou rejoignez l’hôte par un lien du rôle voulu.</source>
        <translation>Do it on a desk station, or join the host with a link for the role needed.</translation>
    </message>
    <message>
        <source>Fermez ce fichier s’il est ouvert, ou choisissez un autre dossier.</source>
        <translation>Close this file if it is open, or choose another folder.</translation>
    </message>
    <message>
        <source>Fermez cette fiche&#x202f;: la liste est à jour derrière elle.</source>
        <translation>Close this card: the list behind it is up to date.</translation>
    </message>
    <message>
        <source>Fermez le programme qui le tient ouvert, ou supprimez-le vous-même.</source>
        <translation>Close the program that holds it open, or delete it yourself.</translation>
    </message>
    <message>
        <source>Fermez l’autre fenêtre de VI Events, ou le programme qui tient ce port, puis recommencez.</source>
        <translation>Close the other VI Events window, or the program that holds this port, then try again.</translation>
    </message>
    <message>
        <source>Fermez l’autre programme, ou choisissez un autre port.</source>
        <translation>Close the other program, or choose another port.</translation>
    </message>
    <message>
        <source>Fermez l’autre programme, puis rouvrez l’édition&#x202f;: l’effacement se terminera.</source>
        <translation>Close the other program, then open the edition again: the erasure will finish.</translation>
    </message>
    <message>
        <source>Fermez-la là-bas d’abord.</source>
        <translation>Close it there first.</translation>
    </message>
    <message>
        <source>Fermez-le s’il est ouvert ailleurs, vérifiez vos droits, puis réessayez.</source>
        <translation>Close it if it is open elsewhere, check your rights, then try again.</translation>
    </message>
    <message>
        <source>Feuilles présentes&#x202f;: {0}.</source>
        <translation>Sheets in the file: {0}.</translation>
    </message>
    <message>
        <source>Fin</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Fixez-le avec «&#x202f;pin&#x202f;», ou dans la préparation.</source>
        <translation>Set it with “pin”, or in the preparation.</translation>
    </message>
    <message>
        <source>Gardez ce contrôle&#x202f;; fermez-le par ses heures s’il ne sert plus.</source>
        <translation>Keep this checkpoint; close it with its times if it is no longer used.</translation>
    </message>
    <message>
        <source>Gardez l’un des deux&#x202f;: retirez {0} de ce poste, ou scellez-le et levez l’autre scellé.</source>
        <translation>Keep one of the two: remove {0} from this station, or seal it and lift the other seal.</translation>
    </message>
    <message>
        <source>Gardez seulement les lignes et les colonnes utiles, enregistrez, puis réessayez.</source>
        <translation>Keep only the useful rows and columns, save, then try again.</translation>
    </message>
    <message>
        <source>Gardez-la une seule fois.</source>
        <translation>Keep it only once.</translation>
    </message>
    <message>
        <source>Gardez-le sur le réseau de l’hôte, puis rejoignez-le par un nouveau lien.</source>
        <translation>Keep it on the host’s network, then join again with a new link.</translation>
    </message>
    <message>
        <source>Gardées jusqu’au {0}.</source>
        <translation>Kept until {0}.</translation>
    </message>
    <message>
        <source>Genres possibles&#x202f;: {0}.</source>
        <translation>Possible kinds: {0}.</translation>
    </message>
    <message>
        <source>Google Forms (français)</source>
        <translation>Google Forms (French)</translation>
    </message>
    <message>
        <source>HelloAsso, adhésion</source>
        <translation>HelloAsso, membership</translation>
    </message>
    <message>
        <source>Hors liaison depuis {0}.</source>
        <translation>Not connected since {0}.</translation>
    </message>
    <message>
        <source>Il a peut-être été retiré à un autre poste.</source>
        <translation>It may have been withdrawn at another station.</translation>
    </message>
    <message>
        <source>Il est fixé.</source>
        <translation>It is set.</translation>
    </message>
    <message>
        <source>Il est relancé&#x202f;; les postes gardent ce qu’ils ont noté.</source>
        <translation>It has been restarted; the stations keep what they have noted.</translation>
    </message>
    <message>
        <source>Il est relancé&#x202f;; les postes gardent ce qu’ils ont noté. S’il s’arrête encore, hébergez ailleurs.</source>
        <translation>It has been restarted; the stations keep what they have noted. If it stops again, host elsewhere.</translation>
    </message>
    <message>
        <source>Il faut au moins un contrôle.</source>
        <translation>At least one checkpoint is needed.</translation>
    </message>
    <message>
        <source>Il faut {0} Mo sur le disque pour reprendre cette sauvegarde, il en reste {1}.</source>
        <translation>Restoring this backup needs {0} MB on the disk, and {1} are left.</translation>
    </message>
    <message>
        <source>Il manque le dossier des images.</source>
        <translation>The folder of the pictures is missing.</translation>
    </message>
    <message>
        <source>Il ne reste que {0}&#x202f;Mo sur le disque de l’édition&#x202f;; l’hébergement en demande {1}.</source>
        <translation>Only {0} MB are left on the edition’s disk; hosting needs {1}.</translation>
    </message>
    <message>
        <source>Il n’y a aucun badge à imprimer.</source>
        <translation>There is no badge to print.</translation>
    </message>
    <message>
        <source>Il n’y a aucun chapitre&#x202f;: rien n’est passé à l’antenne.</source>
        <translation>There are no chapters: nothing has been on air.</translation>
    </message>
    <message>
        <source>Il n’y a aucune invitation à imprimer.</source>
        <translation>There is no invitation to print.</translation>
    </message>
    <message>
        <source>Il n’y a pas de contrôle «&#x202f;{0}&#x202f;».</source>
        <translation>There is no checkpoint “{0}”.</translation>
    </message>
    <message>
        <source>Il n’y a pas d’édition dans «&#x202f;{0}&#x202f;».</source>
        <translation>There is no edition in “{0}”.</translation>
    </message>
    <message>
        <source>Il n’y a pas encore d’édition.</source>
        <translation>There is no edition yet.</translation>
    </message>
    <message>
        <source>Il n’y a rien avant.</source>
        <translation>There is nothing before.</translation>
    </message>
    <message>
        <source>Il n’y a rien à annuler.</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <source>Il n’y a rien à reprendre dans «&#x202f;{0}&#x202f;».</source>
        <translation>There is nothing to recover in “{0}”.</translation>
    </message>
    <message>
        <source>Ils se font d’eux-mêmes pendant le spectacle, à chaque annonce et à chaque repère.</source>
        <translation>They are made by themselves during the show, at each announcement and each marker.</translation>
    </message>
    <message>
        <source>Importez d’abord la liste des participants.</source>
        <translation>Import the list of participants first.</translation>
    </message>
    <message>
        <source>Importez les participants.</source>
        <translation>Import the participants.</translation>
    </message>
    <message>
        <source>Importez-le avec « import palmares », sur le poste de la régie plateau.</source>
        <translation>Import it with “import palmares”, on the stage desk’s station.</translation>
    </message>
    <message>
        <source>Impossible d’écrire dans {0}&#x202f;: vérifiez que le dossier existe et que vous y avez droit.</source>
        <translation>Cannot write to {0}: check that the folder exists and that you are allowed to use it.</translation>
    </message>
    <message>
        <source>Impossible d’écrire «&#x202f;{0}&#x202f;» ({1}).</source>
        <translation>Cannot write “{0}” ({1}).</translation>
    </message>
    <message>
        <source>Imprimez les badges à l’avance, rangés par boîtes.</source>
        <translation>Print the badges in advance, sorted into boxes.</translation>
    </message>
    <message>
        <source>Installez la même version sur les deux.</source>
        <translation>Install the same version on both.</translation>
    </message>
    <message>
        <source>La base de l’édition n’a pas pu être copiée ({0}).</source>
        <translation>The edition’s database could not be copied ({0}).</translation>
    </message>
    <message>
        <source>La base de l’édition «&#x202f;{0}&#x202f;» ne se lit pas ({1}).</source>
        <translation>The database of edition “{0}” cannot be read ({1}).</translation>
    </message>
    <message>
        <source>La base {0} ne se lit pas ({1}).</source>
        <translation>The database {0} cannot be read ({1}).</translation>
    </message>
    <message>
        <source>La case VIP ne dit ni oui ni non&#x202f;: elle est laissée vide.</source>
        <translation>The VIP box says neither yes nor no: it is left empty.</translation>
    </message>
    <message>
        <source>La cellule dépasse {0} caractères&#x202f;: mettez la fin dans une ligne de type « suite ».</source>
        <translation>The cell is longer than {0} characters: put the end in a row of type “suite”.</translation>
    </message>
    <message>
        <source>La cellule ne dit ni oui ni non.</source>
        <translation>The cell says neither yes nor no.</translation>
    </message>
    <message>
        <source>La cellule n’est pas une durée&#x202f;: écrivez 0:40, 40 s, 2 min ou 1:30:00.</source>
        <translation>The cell is not a duration: write 0:40, 40 s, 2 min or 1:30:00.</translation>
    </message>
    <message>
        <source>La clé USB ne répond plus bien (erreur {0})&#x202f;: changez de clé&#x202f;; {1}.</source>
        <translation>The USB stick no longer answers properly (error {0}): change the stick; {1}.</translation>
    </message>
    <message>
        <source>La clé des billets manque.</source>
        <translation>The ticket key is missing.</translation>
    </message>
    <message>
        <source>La clé du palmarès n’a pu être gardée sur ce poste ({0}).</source>
        <translation>The key of the awards list could not be kept on this station ({0}).</translation>
    </message>
    <message>
        <source>La clé gardée sur ce poste n’ouvre pas ce palmarès scellé.</source>
        <translation>The key kept on this station does not open this sealed awards list.</translation>
    </message>
    <message>
        <source>La colonne « {0} » n’est pas dans le fichier.</source>
        <translation>The column “{0}” is not in the file.</translation>
    </message>
    <message>
        <source>La colonne « {0} » n’est pas dans le fichier.{1}</source>
        <translation>The column “{0}” is not in the file.{1}</translation>
    </message>
    <message>
        <source>La copie dans «&#x202f;{0}&#x202f;» vient d’une version plus récente de VI Events.</source>
        <translation>The copy in “{0}” comes from a newer version of VI Events.</translation>
    </message>
    <message>
        <source>La copie d’une clé USB est chiffrée, et la clé de l’édition n’est pas sur ce poste.</source>
        <translation>The copy on a USB stick is encrypted, and the edition’s key is not on this station.</translation>
    </message>
    <message>
        <source>La copie sur clé USB s’est arrêtée&#x202f;: relancez VI Events pour la reprendre.</source>
        <translation>The copy to the USB stick has stopped: restart VI Events to resume it.</translation>
    </message>
    <message>
        <source>La demande n’est pas lisible.</source>
        <translation>The request cannot be read.</translation>
    </message>
    <message>
        <source>La douchette du port {0} n’est pas branchée.</source>
        <translation>The scanner on port {0} is not plugged in.</translation>
    </message>
    <message>
        <source>La douchette sur {0} ne répond plus. Rebranchez-la ou choisissez un autre port&#x202f;; l’essai reprend tout seul.</source>
        <translation>The scanner on {0} no longer answers. Plug it in again or choose another port; the program keeps trying by itself.</translation>
    </message>
    <message>
        <source>La douchette sur {0} ne s’ouvre pas&#x202f;: un autre programme l’utilise ou l’accès est refusé. Fermez l’autre programme ou demandez le droit d’accès au port&#x202f;; l’essai reprend tout seul.</source>
        <translation>The scanner on {0} cannot be opened: another program is using it or access is denied. Close the other program or ask for the right to use the port; the program keeps trying by itself.</translation>
    </message>
    <message>
        <source>La durée prévue doit aller de 0 seconde à 12 heures.</source>
        <translation>The planned duration must be between 0 seconds and 12 hours.</translation>
    </message>
    <message>
        <source>La file « {0} » est arrêtée dans CUPS&#x202f;: relancez-la.</source>
        <translation>The print queue “{0}” is stopped in CUPS: restart it.</translation>
    </message>
    <message>
        <source>La file « {0} » prend les badges, sans confirmer qu’ils sortent.</source>
        <translation>The print queue “{0}” takes the badges, without confirming that they come out.</translation>
    </message>
    <message>
        <source>La liaison avec OBS est coupée&#x202f;: regardez s’il tourne encore&#x202f;; elle se rétablit toute seule.</source>
        <translation>The connection to OBS is cut: see whether it is still running; the connection comes back by itself.</translation>
    </message>
    <message>
        <source>La liaison avec les autres postes s’est arrêtée sur une erreur&#x202f;: fermez VI Events et relancez-le. Ce poste garde ce qu’il note.</source>
        <translation>The connection to the other stations stopped on an error: close VI Events and start it again. This station keeps what it notes.</translation>
    </message>
    <message>
        <source>La ligne a {0} de trop&#x202f;: un séparateur est mal placé.</source>
        <translation>The row has {0} too many: a separator is in the wrong place.</translation>
    </message>
    <message>
        <source>La ligne a {0} de trop&#x202f;: un séparateur ou un guillemet est mal placé.</source>
        <translation>The row has {0} too many: a separator or a quotation mark is in the wrong place.</translation>
    </message>
    <message>
        <source>La ligne compte {0} billets&#x202f;: une seule personne est ajoutée.</source>
        <translation>The row counts {0} tickets: only one person is added.</translation>
    </message>
    <message>
        <source>La ligne donne {0}&#x202f;: donnez-en autant.</source>
        <translation>The row gives {0}: give as many of each.</translation>
    </message>
    <message>
        <source>La ligne ne donne aucun niveau&#x202f;: écrivez de 1 à 5 arobases.</source>
        <translation>The row gives no level: write 1 to 5 @.</translation>
    </message>
    <message>
        <source>La ligne ne donne aucun nom&#x202f;: ajoutez-le dans le fichier ou retirez la ligne.</source>
        <translation>The row gives no name: add it in the file or remove the row.</translation>
    </message>
    <message>
        <source>La ligne ne nomme aucune collectivité.</source>
        <translation>The row names no authority.</translation>
    </message>
    <message>
        <source>La liste des participant·es est vide.</source>
        <translation>The list of participants is empty.</translation>
    </message>
    <message>
        <source>La liste officielle des collectivités est illisible (dossier {0}).</source>
        <translation>The official list of authorities cannot be read (folder {0}).</translation>
    </message>
    <message>
        <source>La liste se remplit dès que le palmarès est ouvert.</source>
        <translation>The list fills as soon as the awards list is open.</translation>
    </message>
    <message>
        <source>La même collectivité est aux lignes {0}&#x202f;: gardez-en une seule.</source>
        <translation>The same authority is on rows {0}: keep only one.</translation>
    </message>
    <message>
        <source>La même collectivité est deux fois dans cette étape.</source>
        <translation>The same authority is in this item twice.</translation>
    </message>
    <message>
        <source>La phrase de passe est trop facile à deviner.</source>
        <translation>The passphrase is too easy to guess.</translation>
    </message>
    <message>
        <source>La police n’a pas «&#x202f;{0}&#x202f;»&#x202f;: «&#x202f;{1}&#x202f;».</source>
        <translation>The font does not have “{0}”: “{1}”.</translation>
    </message>
    <message>
        <source>La preuve ne pourrait pas s’écrire dans «&#x202f;{0}&#x202f;» ({1}).</source>
        <translation>The proof could not be written to “{0}” ({1}).</translation>
    </message>
    <message>
        <source>La réponse de l’hôte s’est perdue en route.</source>
        <translation>The host’s answer was lost on the way.</translation>
    </message>
    <message>
        <source>La révision {0} est intacte dans {1}&#x202f;: mettez {2} de côté, puis donnez ce nom à {1}.</source>
        <translation>Revision {0} is intact in {1}: set {2} aside, then give that name to {1}.</translation>
    </message>
    <message>
        <source>La sauvegarde date du {0} à {1}&#x202f;: {2} depuis.</source>
        <translation>The backup is from {0} at {1}: {2} since.</translation>
    </message>
    <message>
        <source>La sauvegarde n’a pas pu s’écrire dans «&#x202f;{0}&#x202f;» ({1}).</source>
        <translation>The backup could not be written to “{0}” ({1}).</translation>
    </message>
    <message>
        <source>La scène ne montre pas de label.</source>
        <translation>The stage is not showing a label.</translation>
    </message>
    <message>
        <source>La scène «&#x202f;{0}&#x202f;» manque dans cette collection.</source>
        <translation>The scene “{0}” is missing from this collection.</translation>
    </message>
    <message>
        <source>La section n’a pas de titre, ou une autre a le même&#x202f;: donnez-lui le sien.</source>
        <translation>The section has no title, or another one has the same: give it its own.</translation>
    </message>
    <message>
        <source>La source «&#x202f;{0}&#x202f;» manque.</source>
        <translation>The source “{0}” is missing.</translation>
    </message>
    <message>
        <source>La version d’avant est intacte&#x202f;: faites de la place ou vérifiez les droits sur ce dossier, puis recommencez.</source>
        <translation>The version before is intact: free some space or check the rights on this folder, then try again.</translation>
    </message>
    <message>
        <source>Laissez chaque catégorie dans un seul fichier par papier.</source>
        <translation>Leave each category in one file only per paper.</translation>
    </message>
    <message>
        <source>Le brouillon du palmarès, {0}, ne se lit pas.</source>
        <translation>The draft of the awards list, {0}, cannot be read.</translation>
    </message>
    <message>
        <source>Le capot de l’imprimante est ouvert&#x202f;: fermez-le.</source>
        <translation>The printer’s cover is open: close it.</translation>
    </message>
    <message>
        <source>Le certificat de l’hébergement ne se lit pas ({0}, dossier « {1} » de l’édition).</source>
        <translation>The hosting certificate cannot be read ({0}, folder “{1}” of the edition).</translation>
    </message>
    <message>
        <source>Le champ « {0} » n’existe pas.</source>
        <translation>The field “{0}” does not exist.</translation>
    </message>
    <message>
        <source>Le champ « {0} » n’existe pas.{1}</source>
        <translation>The field “{0}” does not exist.{1}</translation>
    </message>
    <message>
        <source>Le code et le nom désignent deux collectivités&#x202f;: corrigez l’un ou l’autre.</source>
        <translation>The code and the name mean two different authorities: correct one or the other.</translation>
    </message>
    <message>
        <source>Le code superviseur est trop court.</source>
        <translation>The supervisor code is too short.</translation>
    </message>
    <message>
        <source>Le code {0} désigne « {1} », pas « {2} »&#x202f;: corrigez l’un ou l’autre.</source>
        <translation>The code {0} means “{1}”, not “{2}”: correct one or the other.</translation>
    </message>
    <message>
        <source>Le code «&#x202f;{0}&#x202f;» n’existe pas dans la liste officielle.</source>
        <translation>The code “{0}” does not exist in the official list.</translation>
    </message>
    <message>
        <source>Le conducteur dépasse son créneau de {0} min.</source>
        <translation>The running order exceeds its slot by {0} min.</translation>
    </message>
    <message>
        <source>Le conducteur enregistré est abîmé ou incomplet.</source>
        <translation>The saved running order is damaged or incomplete.</translation>
    </message>
    <message>
        <source>Le conducteur est vide.</source>
        <translation>The running order is empty.</translation>
    </message>
    <message>
        <source>Le conducteur ne dit pas à quelle heure il commence et finit.</source>
        <translation>The running order does not say at what time it starts and ends.</translation>
    </message>
    <message>
        <source>Le conducteur n’est pas importé&#x202f;: {0}.</source>
        <translation>The running order is not imported: {0}.</translation>
    </message>
    <message>
        <source>Le contrôle avant spectacle a trouvé une faute&#x202f;: «&#x202f;palmares check&#x202f;» la dit.</source>
        <translation>The check before the show found a fault: “palmares check” says which.</translation>
    </message>
    <message>
        <source>Le contrôle « {0} » n’existe pas dans cette édition.</source>
        <translation>The checkpoint “{0}” does not exist in this edition.</translation>
    </message>
    <message>
        <source>Le dernier jour vient avant le premier.</source>
        <translation>The last day comes before the first.</translation>
    </message>
    <message>
        <source>Le dossier de l’édition ne se laisse pas écrire ({0}).</source>
        <translation>The edition folder cannot be written to ({0}).</translation>
    </message>
    <message>
        <source>Le dossier «&#x202f;{0}&#x202f;» ne se laisse pas écrire ({1}).</source>
        <translation>The folder “{0}” cannot be written to ({1}).</translation>
    </message>
    <message>
        <source>Le fichier n’a que des titres&#x202f;: il n’y a aucune ligne à importer.</source>
        <translation>The file only has headings: there is no row to import.</translation>
    </message>
    <message>
        <source>Le fichier {0} de l’édition ne se lit pas ({1}).</source>
        <translation>The edition’s file {0} cannot be read ({1}).</translation>
    </message>
    <message>
        <source>Le fichier {0} est abîmé ou manque.</source>
        <translation>The file {0} is damaged or missing.</translation>
    </message>
    <message>
        <source>Le fichier {0} n’est pas une édition de VI Events.</source>
        <translation>The file {0} is not a VI Events edition.</translation>
    </message>
    <message>
        <source>Le fichier {0}/{1} de l’édition ne se lit pas ({2}).</source>
        <translation>The edition’s file {0}/{1} cannot be read ({2}).</translation>
    </message>
    <message>
        <source>Le fichier « {0} » est introuvable.</source>
        <translation>The file “{0}” cannot be found.</translation>
    </message>
    <message>
        <source>Le fichier « {0} » ne se laisse pas lire.</source>
        <translation>The file “{0}” cannot be read.</translation>
    </message>
    <message>
        <source>Le fichier «&#x202f;{0}&#x202f;» ne se lit pas ({1}).</source>
        <translation>The file “{0}” cannot be read ({1}).</translation>
    </message>
    <message>
        <source>Le lieu</source>
        <translation>The place</translation>
    </message>
    <message>
        <source>Le massicot de l’imprimante est bloqué&#x202f;: ouvrez le capot et dégagez-le.</source>
        <translation>The printer’s cutter is jammed: open the cover and clear it.</translation>
    </message>
    <message>
        <source>Le modèle d’imprimante « {0} » n’est pas connu.</source>
        <translation>The printer model “{0}” is not known.</translation>
    </message>
    <message>
        <source>Le mot de passe d’OBS n’a pas pu être gardé sur ce poste ({0}).</source>
        <translation>The OBS password could not be kept on this station ({0}).</translation>
    </message>
    <message>
        <source>Le mot de passe d’OBS n’a pas pu être relu sur cet ordinateur&#x202f;: saisissez-le de nouveau dans les réglages.</source>
        <translation>The OBS password could not be read back on this computer: type it again in the settings.</translation>
    </message>
    <message>
        <source>Le motif manque.</source>
        <translation>The reason is missing.</translation>
    </message>
    <message>
        <source>Le niveau est plus bas que le précédent&#x202f;: vérifiez-le.</source>
        <translation>The level is lower than the previous one: check it.</translation>
    </message>
    <message>
        <source>Le nom de la personne manque.</source>
        <translation>The name of the person is missing.</translation>
    </message>
    <message>
        <source>Le nom d’une personne ne peut pas contenir « ; » ni « | ».</source>
        <translation>A person’s name cannot contain “;” or “|”.</translation>
    </message>
    <message>
        <source>Le nom manque.</source>
        <translation>The name is missing.</translation>
    </message>
    <message>
        <source>Le palmarès a été changé ici et sur une autre régie pendant que les deux ne se voyaient pas&#x202f;: celui de l’autre est gardé, celui d’ici reste dans {0}. Refaites ici les changements qui manquent.</source>
        <translation>The awards list was changed here and on another desk while the two could not see each other: the other one’s is kept, the one from here stays in {0}. Make the missing changes again here.</translation>
    </message>
    <message>
        <source>Le palmarès a été scellé par une version plus récente de VI Events.</source>
        <translation>The awards list was sealed by a newer version of VI Events.</translation>
    </message>
    <message>
        <source>Le palmarès de ce poste n’est pas celui du spectacle en cours.</source>
        <translation>This station’s awards list is not that of the show that is running.</translation>
    </message>
    <message>
        <source>Le palmarès enregistré est abîmé ou incomplet.</source>
        <translation>The saved awards list is damaged or incomplete.</translation>
    </message>
    <message>
        <source>Le palmarès est déjà scellé.</source>
        <translation>The awards list is already sealed.</translation>
    </message>
    <message>
        <source>Le palmarès est scellé, et l’ordre de passage avec lui.</source>
        <translation>The awards list is sealed, and the order of appearance with it.</translation>
    </message>
    <message>
        <source>Le palmarès est scellé.</source>
        <translation>The awards list is sealed.</translation>
    </message>
    <message>
        <source>Le palmarès est scellé&#x202f;: sa sauvegarde doit l’être aussi.</source>
        <translation>The awards list is sealed: its backup must be sealed too.</translation>
    </message>
    <message>
        <source>Le palmarès est vide.</source>
        <translation>The awards list is empty.</translation>
    </message>
    <message>
        <source>Le palmarès ne s’écrit pas dans le dossier « {0} » ({1}).</source>
        <translation>The awards list cannot be written to the folder “{0}” ({1}).</translation>
    </message>
    <message>
        <source>Le palmarès n’est pas encore importé.</source>
        <translation>The awards list is not imported yet.</translation>
    </message>
    <message>
        <source>Le palmarès n’est pas importé&#x202f;: {0}, {1} à préciser.</source>
        <translation>The awards list is not imported: {0}, {1} to clarify.</translation>
    </message>
    <message>
        <source>Le palmarès n’est pas ouvert.</source>
        <translation>The awards list is not open.</translation>
    </message>
    <message>
        <source>Le palmarès n’est pas scellé.</source>
        <translation>The awards list is not sealed.</translation>
    </message>
    <message>
        <source>Le palmarès n’est pas scellé&#x202f;: il se lit en clair sur ce poste.</source>
        <translation>The awards list is not sealed: it can be read in plain text on this station.</translation>
    </message>
    <message>
        <source>Le palmarès scellé de ce dossier est celui de l’édition « {0} ».</source>
        <translation>The sealed awards list in this folder is that of edition “{0}”.</translation>
    </message>
    <message>
        <source>Le palmarès scellé d’un autre poste n’est pas pris&#x202f;: celui d’ici est un brouillon en clair.</source>
        <translation>Another station’s sealed awards list is not taken: the one here is an unsealed draft.</translation>
    </message>
    <message>
        <source>Le papier s’est terminé pendant l’impression{0}</source>
        <translation>The paper ran out during printing{0}</translation>
    </message>
    <message>
        <source>Le participant n’est pas nommé&#x202f;: le nom du payeur est pris à sa place, vérifiez-le.</source>
        <translation>The participant is not named: the payer’s name is used instead, check it.</translation>
    </message>
    <message>
        <source>Le port {0} de ce poste est déjà pris, ou interdit.</source>
        <translation>Port {0} of this station is already taken, or not allowed.</translation>
    </message>
    <message>
        <source>Le poste «&#x202f;{0}&#x202f;» a tenté à {1} ce qui ne lui est pas permis&#x202f;; cela lui a été refusé. Allez voir qui s’en sert, ou retirez-lui son accès.</source>
        <translation>At {1}, station “{0}” tried something it is not allowed to do; it was refused. Go and see who is using it, or withdraw its access.</translation>
    </message>
    <message>
        <source>Le poste «&#x202f;{0}&#x202f;» ne peut pas être joint d’ici&#x202f;: l’hébergement reste ici.</source>
        <translation>Station “{0}” cannot be reached from here: hosting stays here.</translation>
    </message>
    <message>
        <source>Le poste «&#x202f;{0}&#x202f;» ne répond plus depuis {1}&#x202f;: allez le voir.</source>
        <translation>Station “{0}” has not answered for {1}: go and see it.</translation>
    </message>
    <message>
        <source>Le poste «&#x202f;{0}&#x202f;» n’a pas pris l’hébergement&#x202f;: il reste ici.</source>
        <translation>Station “{0}” did not take over hosting: it stays here.</translation>
    </message>
    <message>
        <source>Le poste «&#x202f;{0}&#x202f;» n’est pas en liaison.</source>
        <translation>Station “{0}” is not connected.</translation>
    </message>
    <message>
        <source>Le programme serveur (nats-server) n’est pas installé sur cet ordinateur.</source>
        <translation>The server program (nats-server) is not installed on this computer.</translation>
    </message>
    <message>
        <source>Le programme s’est arrêté pendant l’impression&#x202f;: le badge est-il sorti&#x202f;?</source>
        <translation>The program stopped during printing: did the badge come out?</translation>
    </message>
    <message>
        <source>Le serveur de l’hébergement a refusé ({0}).</source>
        <translation>The hosting server refused ({0}).</translation>
    </message>
    <message>
        <source>Le serveur de l’hébergement ne répond pas depuis {0:.0f}&#x202f;s.</source>
        <translation>The hosting server has not answered for {0:.0f} s.</translation>
    </message>
    <message>
        <source>Le serveur de l’hébergement ne répond pas à l’adresse {0}.</source>
        <translation>The hosting server does not answer at address {0}.</translation>
    </message>
    <message>
        <source>Le serveur de l’hébergement n’arrivait plus à écrire sur le disque.</source>
        <translation>The hosting server could no longer write to the disk.</translation>
    </message>
    <message>
        <source>Le serveur de l’hébergement s’est arrêté{0}.</source>
        <translation>The hosting server stopped{0}.</translation>
    </message>
    <message>
        <source>Le serveur ne connaît pas de poste «&#x202f;{0}&#x202f;» de ce rôle.</source>
        <translation>The server does not know a station “{0}” with this role.</translation>
    </message>
    <message>
        <source>Le spectacle est déjà armé.</source>
        <translation>The show is already armed.</translation>
    </message>
    <message>
        <source>Le spectacle est en cours.</source>
        <translation>The show is running.</translation>
    </message>
    <message>
        <source>Le spectacle est en pause&#x202f;: reprenez d’abord.</source>
        <translation>The show is on hold: resume first.</translation>
    </message>
    <message>
        <source>Le spectacle est joué.</source>
        <translation>The show has been played.</translation>
    </message>
    <message>
        <source>Le spectacle n’est pas armé.</source>
        <translation>The show is not armed.</translation>
    </message>
    <message>
        <source>Le stock de l’hébergement était abîmé&#x202f;: il est mis de côté dans « {0} ». Chaque poste republie ce qu’il a noté&#x202f;; rien n’est perdu tant que les postes sont là.</source>
        <translation>The hosting store was damaged: it is set aside in “{0}”. Each station publishes again what it has noted; nothing is lost as long as the stations are there.</translation>
    </message>
    <message>
        <source>Le tableur a arrondi le code du billet&#x202f;: il est laissé de côté, importez l’export d’origine.</source>
        <translation>The spreadsheet rounded the ticket code: it is left out, import the original export.</translation>
    </message>
    <message>
        <source>Le thème de l’écran public, {0}&#x202f;: {1}.</source>
        <translation>The public screen theme, {0}: {1}.</translation>
    </message>
    <message>
        <source>Le titre</source>
        <translation>The title</translation>
    </message>
    <message>
        <source>Le total annoncé pour « {0} » est négatif.</source>
        <translation>The announced total for “{0}” is negative.</translation>
    </message>
    <message>
        <source>Le total annoncé « {0} » n’existe pas.</source>
        <translation>The announced total “{0}” does not exist.</translation>
    </message>
    <message>
        <source>Les adresses win:// ne servent que sous Windows, avec « pywin32 ».</source>
        <translation>win:// addresses are only for Windows, with “pywin32”.</translation>
    </message>
    <message>
        <source>Les badges ne s’imprimeront pas.</source>
        <translation>Badges will not be printed.</translation>
    </message>
    <message>
        <source>Les badges s’écrivent dans {0}.</source>
        <translation>Badges are written to {0}.</translation>
    </message>
    <message>
        <source>Les billets connus se lisent&#x202f;; aucun n’est vérifié.</source>
        <translation>Known tickets can be read; none is checked.</translation>
    </message>
    <message>
        <source>Les billets se vérifient.</source>
        <translation>Tickets can be checked.</translation>
    </message>
    <message>
        <source>Les clés possibles sont {0}.</source>
        <translation>The possible keys are {0}.</translation>
    </message>
    <message>
        <source>Les contours des départements sont illisibles (dossier {0}).</source>
        <translation>The outlines of the departments cannot be read (folder {0}).</translation>
    </message>
    <message>
        <source>Les copies automatiques attendent&#x202f;: il ne reste que {0} Mo sur le disque.</source>
        <translation>The automatic copies are waiting: only {0} MB are left on the disk.</translation>
    </message>
    <message>
        <source>Les copies automatiques ne se font pas ({0}).</source>
        <translation>The automatic copies are not being made ({0}).</translation>
    </message>
    <message>
        <source>Les données personnelles de cette édition sont déjà effacées.</source>
        <translation>The personal data of this edition is already erased.</translation>
    </message>
    <message>
        <source>Les données personnelles de cette édition sont effacées&#x202f;: plus aucun nom ne peut y être noté.</source>
        <translation>The personal data of this edition is erased: no name can be noted in it any more.</translation>
    </message>
    <message>
        <source>Les habillages ne peuvent pas être donnés à OBS&#x202f;: le port {0} de cet ordinateur est pris.</source>
        <translation>The overlays cannot be given to OBS: port {0} of this computer is taken.</translation>
    </message>
    <message>
        <source>Les indications se contredisent&#x202f;; «&#x202f;{0}&#x202f;» est dans le département {1}.</source>
        <translation>The details contradict each other; “{0}” is in the department {1}.</translation>
    </message>
    <message>
        <source>Les noms seraient effacés avant la fin de la cérémonie.</source>
        <translation>The names would be erased before the end of the ceremony.</translation>
    </message>
    <message>
        <source>Les polices du programme manquent.</source>
        <translation>The program’s fonts are missing.</translation>
    </message>
    <message>
        <source>Les polices du programme sont là.</source>
        <translation>The program’s fonts are there.</translation>
    </message>
    <message>
        <source>Les réglages de la régie webtv n’ont pas pu s’écrire ({0}).</source>
        <translation>The webtv desk’s settings could not be written ({0}).</translation>
    </message>
    <message>
        <source>Les réglages de «&#x202f;{0}&#x202f;» ont changé ({1}).</source>
        <translation>The settings of “{0}” have changed ({1}).</translation>
    </message>
    <message>
        <source>Les titres des colonnes semblent être à la ligne {0}&#x202f;: retirez {1} du fichier.</source>
        <translation>The column headings seem to be on row {0}: remove {1} from the file.</translation>
    </message>
    <message>
        <source>Libérez de la place sur le disque, ou vérifiez les droits de ce dossier.</source>
        <translation>Free some space on the disk, or check the rights on this folder.</translation>
    </message>
    <message>
        <source>Libérez de la place, ou hébergez sur un autre poste.</source>
        <translation>Free some space, or host on another station.</translation>
    </message>
    <message>
        <source>L’OBS de l’adresse {0} est trop ancien pour être piloté&#x202f;: installez OBS 28 ou une version plus récente.</source>
        <translation>OBS at address {0} is too old to be controlled: install OBS 28 or a newer version.</translation>
    </message>
    <message>
        <source>L’OBS de l’adresse {0} et ce programme ne parlent pas la même version du protocole&#x202f;: mettez ce programme à jour ou installez OBS 28 ou plus récent.</source>
        <translation>OBS at address {0} and this program do not speak the same version of the protocol: update this program or install OBS 28 or newer.</translation>
    </message>
    <message>
        <source>L’USB direct demande la bibliothèque « libusb »&#x202f;: installez-la.</source>
        <translation>Direct USB needs the “libusb” library: install it.</translation>
    </message>
    <message>
        <source>L’USB direct demande le module « pyusb »&#x202f;: installez-le.</source>
        <translation>Direct USB needs the “pyusb” module: install it.</translation>
    </message>
    <message>
        <source>L’action a peut-être déjà été annulée.</source>
        <translation>The action may already have been undone.</translation>
    </message>
    <message>
        <source>Ce poste héberge l’édition pour {0} autres&#x202f;: {1}. Confiez d’abord l’hébergement à l’un d’eux.</source>
        <translation>This station hosts the edition for {0} others: {1}. Hand the hosting over to one of them first.</translation>
    </message>
    <message>
        <source>1er {0}</source>
        <translation>1 {0}</translation>
    </message>
    <message>
        <source>Ce poste héberge l’édition pour {0} autre&#x202f;: {1}. Confiez-lui d’abord l’hébergement.</source>
        <translation>This station hosts the edition for {0} other: {1}. Hand the hosting over to it first.</translation>
    </message>
    <message>
        <source>Cette personne</source>
        <translation>This person</translation>
    </message>
    <message>
        <source>Copie sur clé USB&#x202f;: à jour ({0}).</source>
        <translation>Copy on the USB stick: up to date ({0}).</translation>
    </message>
    <message>
        <source>Copie sur clé USB&#x202f;: à jour ({1}), sauf {0} entrée trop grande.</source>
        <translation>Copy on the USB stick: up to date ({1}), except {0} entry that is too big.</translation>
    </message>
    <message>
        <source>Copie sur clé USB&#x202f;: à jour ({1}), sauf {0} entrées trop grandes.</source>
        <translation>Copy on the USB stick: up to date ({1}), except {0} entries that are too big.</translation>
    </message>
    <message>
        <source>Déverrouillez-le et recommencez, ou supprimez-y l’entrée « {0} ».</source>
        <translation>Unlock it and start again, or delete the entry “{0}” in it.</translation>
    </message>
    <message>
        <source>Google Forms (anglais)</source>
        <translation>Google Forms (English)</translation>
    </message>
    <message>
        <source>Habillage, fichier «&#x202f;{0}&#x202f;»&#x202f;: {1}. Celui du logiciel le remplace.</source>
        <translation>Overlay, file “{0}”: {1}. The program’s own takes its place.</translation>
    </message>
    <message>
        <source>HelloAsso, billetterie</source>
        <translation>HelloAsso, ticketing</translation>
    </message>
    <message>
        <source>Le fichier {0} ne se supprime pas ({1})&#x202f;: il garde la clé du palmarès.</source>
        <translation>The file {0} cannot be deleted ({1}): it holds the key of the awards list.</translation>
    </message>
    <message>
        <source>Le trousseau de l’ordinateur ne répond pas&#x202f;: il garde peut-être la clé du palmarès.</source>
        <translation>The keyring of this computer does not answer: it may hold the key of the awards list.</translation>
    </message>
    <message>
        <source>Liste avec un nom par ligne</source>
        <translation>List with one name per row</translation>
    </message>
    <message>
        <source>L’adresse d’OBS n’est pas valable.</source>
        <translation>The address of OBS is not valid.</translation>
    </message>
    <message>
        <source>L’adresse d’OBS, {0}, n’est pas valable.</source>
        <translation>The address of OBS, {0}, is not valid.</translation>
    </message>
    <message>
        <source>L’adresse d’imprimante « {0} » n’est pas d’un genre connu.</source>
        <translation>The printer address “{0}” is not of a known kind.</translation>
    </message>
    <message>
        <source>L’adresse d’imprimante « {0} » {1}.</source>
        <translation>The printer address “{0}” {1}.</translation>
    </message>
    <message>
        <source>L’adresse {0} est déjà prise sur cet ordinateur.</source>
        <translation>The address {0} is already taken on this computer.</translation>
    </message>
    <message>
        <source>L’habillage d’OBS a rencontré une erreur imprévue&#x202f;; un autre essai suit.</source>
        <translation>The OBS overlay met an unexpected error; another try follows.</translation>
    </message>
    <message>
        <source>L’habillage n’a pas pu être écrit dans «&#x202f;{0}&#x202f;». OBS garde le précédent.</source>
        <translation>The overlay could not be written to “{0}”. OBS keeps the previous one.</translation>
    </message>
    <message>
        <source>L’habillage n’est pas installé dans cette collection de scènes&#x202f;: préparez OBS.</source>
        <translation>The overlay is not installed in this scene collection: set up OBS.</translation>
    </message>
    <message>
        <source>L’habillage «&#x202f;{0}&#x202f;» sort de la zone sûre de l’image&#x202f;: raccourcissez le texte ou agrandissez sa place dans le modèle.</source>
        <translation>The overlay “{0}” goes outside the safe area of the picture: shorten the text or give it more room in the template.</translation>
    </message>
    <message>
        <source>L’heure notée sur le papier n’est pas encore passée.</source>
        <translation>The time noted on the paper has not come yet.</translation>
    </message>
    <message>
        <source>L’horloge {0} {1} de {2} sur {3}&#x202f;: {4}</source>
        <translation>The clock {0} {1} by {2} compared with {3}: {4}</translation>
    </message>
    <message>
        <source>L’hébergement a rencontré une erreur imprévue ({0}).</source>
        <translation>Hosting met an unexpected error ({0}).</translation>
    </message>
    <message>
        <source>L’hébergement ne peut pas écrire dans le dossier « {0} » de l’édition.</source>
        <translation>Hosting cannot write to the folder “{0}” of the edition.</translation>
    </message>
    <message>
        <source>L’hébergement passe à un autre poste.</source>
        <translation>Hosting is moving to another station.</translation>
    </message>
    <message>
        <source>L’hôte ne répond pas ({0}).</source>
        <translation>The host does not answer ({0}).</translation>
    </message>
    <message>
        <source>L’hôte ne répond pas encore.</source>
        <translation>The host does not answer yet.</translation>
    </message>
    <message>
        <source>L’hôte ne répond pas.</source>
        <translation>The host does not answer.</translation>
    </message>
    <message>
        <source>L’hôte n’a pas confirmé qu’il confie l’hébergement&#x202f;: il le garde.</source>
        <translation>The host has not confirmed that it hands over hosting: it keeps it.</translation>
    </message>
    <message>
        <source>L’identifiant « {0} » ne peut pas nommer un fichier.</source>
        <translation>The identifier “{0}” cannot name a file.</translation>
    </message>
    <message>
        <source>L’import « {0} » {1}.</source>
        <translation>The import “{0}” {1}.</translation>
    </message>
    <message>
        <source>L’impression a été interrompue&#x202f;: le badge est-il sorti&#x202f;?</source>
        <translation>Printing was interrupted: did the badge come out?</translation>
    </message>
    <message>
        <source>L’imprimante USB {0} est interdite à ce compte&#x202f;: sous Linux, il faut une règle udev.</source>
        <translation>This account may not use the USB printer {0}: on Linux, a udev rule is needed.</translation>
    </message>
    <message>
        <source>L’imprimante USB {0} est introuvable&#x202f;: vérifiez qu’elle est allumée et branchée.</source>
        <translation>The USB printer {0} cannot be found: check that it is switched on and plugged in.</translation>
    </message>
    <message>
        <source>L’imprimante USB {0} est tenue par un autre programme ou par CUPS&#x202f;: fermez-le.</source>
        <translation>The USB printer {0} is held by another program or by CUPS: close it.</translation>
    </message>
    <message>
        <source>L’imprimante USB {0} ne s’ouvre pas&#x202f;: débranchez-la puis rebranchez-la.</source>
        <translation>The USB printer {0} cannot be opened: unplug it, then plug it in again.</translation>
    </message>
    <message>
        <source>L’imprimante est hors ligne&#x202f;: éteignez-la puis rallumez-la.</source>
        <translation>The printer is offline: switch it off, then on again.</translation>
    </message>
    <message>
        <source>L’imprimante est prête.</source>
        <translation>The printer is ready.</translation>
    </message>
    <message>
        <source>L’imprimante est prête&#x202f;; le rouleau est bientôt fini.</source>
        <translation>The printer is ready; the roll is nearly finished.</translation>
    </message>
    <message>
        <source>L’imprimante n’a plus de papier&#x202f;: changez le rouleau.</source>
        <translation>The printer is out of paper: change the roll.</translation>
    </message>
    <message>
        <source>L’imprimante {0} est introuvable ({1})&#x202f;: vérifiez qu’elle est allumée et branchée.</source>
        <translation>The printer {0} cannot be found ({1}): check that it is switched on and plugged in.</translation>
    </message>
    <message>
        <source>L’imprimante {0} est introuvable&#x202f;: {1}</source>
        <translation>The printer {0} cannot be found: {1}</translation>
    </message>
    <message>
        <source>L’imprimante {0} n’a pas confirmé{1}</source>
        <translation>The printer {0} has not confirmed{1}</translation>
    </message>
    <message>
        <source>L’imprimante {0} {1} quand on lui demande son état.</source>
        <translation>The printer {0} {1} when asked for its state.</translation>
    </message>
    <message>
        <source>L’imprimante {0} {1}{2}</source>
        <translation>The printer {0} {1}{2}</translation>
    </message>
    <message>
        <source>L’imprimante {0} {1}&#x202f;; rien n’a été envoyé.</source>
        <translation>The printer {0} {1}; nothing was sent.</translation>
    </message>
    <message>
        <source>L’imprimante « {0} » n’a pas accepté les badges.</source>
        <translation>The printer “{0}” did not accept the badges.</translation>
    </message>
    <message>
        <source>L’imprimante « {0} » prend les badges, sans confirmer qu’ils sortent.</source>
        <translation>The printer “{0}” takes the badges, without confirming that they come out.</translation>
    </message>
    <message>
        <source>L’ordinateur de l’adresse {0} est introuvable sur le réseau&#x202f;: vérifiez l’adresse d’OBS dans les réglages.</source>
        <translation>The computer at address {0} cannot be found on the network: check the OBS address in the settings.</translation>
    </message>
    <message>
        <source>L’ordinateur qui héberge s’est mis en veille {0}&#x202f;min (ou son horloge a sauté)&#x202f;: les postes ont attendu, rien n’est perdu. Branchez-le et interdisez la veille.</source>
        <translation>The hosting computer went to sleep for {0} min (or its clock jumped): the stations waited, nothing is lost. Plug it in and do not let it sleep.</translation>
    </message>
    <message>
        <source>L’ordre des sources de «&#x202f;{0}&#x202f;» a changé.</source>
        <translation>The order of the sources of “{0}” has changed.</translation>
    </message>
    <message>
        <source>L’organisateur</source>
        <translation>The organiser</translation>
    </message>
    <message>
        <source>L’écran de salle est là.</source>
        <translation>The public screen is there.</translation>
    </message>
    <message>
        <source>L’écran de salle n’est plus branché.</source>
        <translation>The public screen is no longer plugged in.</translation>
    </message>
    <message>
        <source>L’écran de salle recopie celui de la régie&#x202f;: étendez-le.</source>
        <translation>The public screen mirrors the desk’s screen: extend it.</translation>
    </message>
    <message>
        <source>L’écran est au noir&#x202f;: F12 le rend, puis TOP.</source>
        <translation>The screen is black: F12 brings it back, then GO.</translation>
    </message>
    <message>
        <source>L’écriture dans {0} s’est interrompue</source>
        <translation>Writing to {0} was interrupted</translation>
    </message>
    <message>
        <source>L’écriture sur le disque a échoué ({0}).</source>
        <translation>Writing to the disk failed ({0}).</translation>
    </message>
    <message>
        <source>L’édition est ouverte par {0}.</source>
        <translation>The edition is held open by {0}.</translation>
    </message>
    <message>
        <source>L’édition est trop lourde pour une sauvegarde chiffrée ({0} Mo).</source>
        <translation>The edition is too large for an encrypted backup ({0} MB).</translation>
    </message>
    <message>
        <source>L’édition «&#x202f;{0}&#x202f;» existe déjà sur ce poste.</source>
        <translation>The edition “{0}” already exists on this station.</translation>
    </message>
    <message>
        <source>L’édition «&#x202f;{0}&#x202f;» existe déjà.</source>
        <translation>The edition “{0}” already exists.</translation>
    </message>
    <message>
        <source>L’édition «&#x202f;{0}&#x202f;» n’est pas encore arrivée en entier sur ce poste.</source>
        <translation>The edition “{0}” has not fully arrived on this station yet.</translation>
    </message>
    <message>
        <source>L’étape ne dit pas quelle mention.</source>
        <translation>The item does not say which mention.</translation>
    </message>
    <message>
        <source>L’étape suivante est déjà préparée.</source>
        <translation>The next item is already on standby.</translation>
    </message>
    <message>
        <source>Mettez VI Events à jour sur ce poste, puis recommencez.</source>
        <translation>Update VI Events on this station, then try again.</translation>
    </message>
    <message>
        <source>Mettez ce poste à jour, puis recommencez.</source>
        <translation>Update this station, then try again.</translation>
    </message>
    <message>
        <source>Mettez ce poste à jour, puis rouvrez ; rien n’a été modifié.</source>
        <translation>Update this station, then open it again; nothing has been changed.</translation>
    </message>
    <message>
        <source>Mettez à jour VI Events sur ce poste, ou ouvrez-le sur le poste qui l’a scellé.</source>
        <translation>Update VI Events on this station, or open it on the station that sealed it.</translation>
    </message>
    <message>
        <source>Mettez à jour VI Events sur ce poste, puis rouvrez l’édition.</source>
        <translation>Update VI Events on this station, then reopen the edition.</translation>
    </message>
    <message>
        <source>Mettez à jour VI Events sur ce poste.</source>
        <translation>Update VI Events on this station.</translation>
    </message>
    <message>
        <source>Mettez-le à côté du modèle, ou retirez cet élément.</source>
        <translation>Put it next to the template, or remove this element.</translation>
    </message>
    <message>
        <source>Modifiez-la au lieu de l’ajouter.</source>
        <translation>Edit it instead of adding it.</translation>
    </message>
    <message>
        <source>Modèle de badge «&#x202f;{0}&#x202f;», clé «&#x202f;categories&#x202f;»&#x202f;: «&#x202f;{1}&#x202f;» sert déjà «&#x202f;{2}&#x202f;» sur ce papier.</source>
        <translation>Badge template “{0}”, key “categories”: “{1}” is already used for “{2}” on this paper.</translation>
    </message>
    <message>
        <source>Modèle de badge «&#x202f;{0}&#x202f;», {1}&#x202f;: {2}.</source>
        <translation>Badge template “{0}”, {1}: {2}.</translation>
    </message>
    <message>
        <source>Nom trop long&#x202f;: coupé à {0} caractères.</source>
        <translation>Name too long: cut to {0} characters.</translation>
    </message>
    <message>
        <source>Nouvelle mention&#x202f;: « {0} ».{1}</source>
        <translation>New mention: “{0}”.{1}</translation>
    </message>
    <message>
        <source>OBS a refusé de passer à «&#x202f;{0}&#x202f;».</source>
        <translation>OBS refused to switch to “{0}”.</translation>
    </message>
    <message>
        <source>OBS change de collection ou se ferme&#x202f;: l’habillage attend.</source>
        <translation>OBS is changing collection or closing: the overlay is waiting.</translation>
    </message>
    <message>
        <source>OBS demande un mot de passe et aucun n’est enregistré&#x202f;: recopiez celui que donne Outils, Paramètres du serveur WebSocket, «&#x202f;Afficher les informations de connexion&#x202f;».</source>
        <translation>OBS asks for a password and none is saved: copy the one given in Tools, WebSocket Server Settings, “Show Connect Info”.</translation>
    </message>
    <message>
        <source>OBS diffuse ou enregistre&#x202f;: cet essai se verrait.</source>
        <translation>OBS is streaming or recording: this test would be seen.</translation>
    </message>
    <message>
        <source>OBS montre ce qu’il faut.</source>
        <translation>OBS shows what it should.</translation>
    </message>
    <message>
        <source>OBS ne répond pas à l’adresse {0}&#x202f;: lancez OBS, puis vérifiez son port et que «&#x202f;Activer le serveur WebSocket&#x202f;» est coché dans Outils, Paramètres du serveur WebSocket.</source>
        <translation>OBS does not answer at the address {0}: start OBS, then check its port and that “Enable WebSocket server” is ticked in Tools, WebSocket Server Settings.</translation>
    </message>
    <message>
        <source>OBS ne répond plus&#x202f;: s’il est figé, relancez-le&#x202f;; la liaison se rétablit toute seule.</source>
        <translation>OBS has stopped answering: if it is frozen, restart it; the connection comes back by itself.</translation>
    </message>
    <message>
        <source>OBS n’a pas arrêté la diffusion.</source>
        <translation>OBS did not stop the stream.</translation>
    </message>
    <message>
        <source>OBS n’a pas arrêté l’enregistrement.</source>
        <translation>OBS did not stop the recording.</translation>
    </message>
    <message>
        <source>OBS n’a pas de scène «&#x202f;{0}&#x202f;».</source>
        <translation>OBS has no scene “{0}”.</translation>
    </message>
    <message>
        <source>OBS n’a pas dit ce qu’il contient ({0}).</source>
        <translation>OBS did not say what it contains ({0}).</translation>
    </message>
    <message>
        <source>OBS n’a pas dit où il en est.</source>
        <translation>OBS did not say where it stands.</translation>
    </message>
    <message>
        <source>OBS n’a pas démarré la diffusion.</source>
        <translation>OBS did not start the stream.</translation>
    </message>
    <message>
        <source>OBS n’a pas démarré l’enregistrement.</source>
        <translation>OBS did not start the recording.</translation>
    </message>
    <message>
        <source>OBS n’a pas répondu à temps.</source>
        <translation>OBS did not answer in time.</translation>
    </message>
    <message>
        <source>OBS n’applique pas ce qui lui est demandé. {0}</source>
        <translation>OBS is not applying what it is asked. {0}</translation>
    </message>
    <message>
        <source>OBS n’est pas passé à «&#x202f;{0}&#x202f;». {1}</source>
        <translation>OBS did not switch to “{0}”. {1}</translation>
    </message>
    <message>
        <source>OBS refuse le mot de passe&#x202f;: recopiez celui que donne Outils, Paramètres du serveur WebSocket, «&#x202f;Afficher les informations de connexion&#x202f;».</source>
        <translation>OBS refuses the password: copy the one given in Tools, WebSocket Server Settings, “Show Connect Info”.</translation>
    </message>
    <message>
        <source>Ouvrez l’édition sur ces postes, reliés à l’hôte.</source>
        <translation>Open the edition on these stations, connected to the host.</translation>
    </message>
    <message>
        <source>Ouvrez-le dans un tableur, enregistrez-le en CSV UTF-8, puis réessayez.</source>
        <translation>Open it in a spreadsheet, save it as CSV UTF-8, then try again.</translation>
    </message>
    <message>
        <source>Ouvrez-le d’abord.</source>
        <translation>Open it first.</translation>
    </message>
    <message>
        <source>Palier&#x202f;: préparez (S), puis TOP.</source>
        <translation>Gate: standby (S), then GO.</translation>
    </message>
    <message>
        <source>Pas de clé USB.</source>
        <translation>No USB stick.</translation>
    </message>
    <message>
        <source>Pas de copie sur clé USB&#x202f;: ce poste n’a pas reçu la clé de l’édition.</source>
        <translation>No copy on a USB stick: this station has not received the edition key.</translation>
    </message>
    <message>
        <source>Pas d’image&#x202f;: aucun label n’a été annoncé sur scène.</source>
        <translation>No picture: no label was announced on stage.</translation>
    </message>
    <message>
        <source>Pas encore confirmé par&#x202f;: {0}.</source>
        <translation>Not yet confirmed by: {0}.</translation>
    </message>
    <message>
        <source>Passez-y dans OBS.</source>
        <translation>Switch to it in OBS.</translation>
    </message>
    <message>
        <source>Personne n’est passé à l’accueil.</source>
        <translation>Nobody has come through reception.</translation>
    </message>
    <message>
        <source>Personne n’est sur la liste.</source>
        <translation>Nobody is on the list.</translation>
    </message>
    <message>
        <source>Places possibles&#x202f;: {0}.</source>
        <translation>Possible places: {0}.</translation>
    </message>
    <message>
        <source>Placez ce fichier .ttf à côté de theme.toml.</source>
        <translation>Place this .ttf file next to theme.toml.</translation>
    </message>
    <message>
        <source>Placez là un fichier TrueType (.ttf).</source>
        <translation>Place a TrueType file (.ttf) there.</translation>
    </message>
    <message>
        <source>Placez-la à côté.</source>
        <translation>Place it alongside.</translation>
    </message>
    <message>
        <source>Plus personne n’est à préparer en coulisse.</source>
        <translation>Nobody is left to prepare in the wings.</translation>
    </message>
    <message>
        <source>Plusieurs collectivités portent ce nom&#x202f;: donnez le code de la bonne.</source>
        <translation>Several authorities have this name: give the code of the right one.</translation>
    </message>
    <message>
        <source>Plusieurs collectivités possibles pour «&#x202f;{0}&#x202f;»&#x202f;: choisissez, ou précisez le département.</source>
        <translation>Several authorities possible for “{0}”: choose, or specify the department.</translation>
    </message>
    <message>
        <source>Pour une autre journée, créez une nouvelle édition.</source>
        <translation>For another day, create a new edition.</translation>
    </message>
    <message>
        <source>Première participation, mais un niveau précédent est donné&#x202f;: vérifiez lequel est juste.</source>
        <translation>First participation, but a previous level is given: check which is right.</translation>
    </message>
    <message>
        <source>Prenez au moins {0} signes, dont {1} différents&#x202f;: quatre mots sans rapport entre eux font l’affaire.</source>
        <translation>Use at least {0} characters, {1} of them different: four unrelated words will do.</translation>
    </message>
    <message>
        <source>Prenez au moins {0} signes&#x202f;: quatre mots sans rapport entre eux font l’affaire.</source>
        <translation>Use at least {0} characters: four unrelated words will do.</translation>
    </message>
    <message>
        <source>Prenez «&#x202f;{0}&#x202f;», qui est libre.</source>
        <translation>Take “{0}”, which is free.</translation>
    </message>
    <message>
        <source>Préparez-le dans «&#x202f;Conducteur&#x202f;».</source>
        <translation>Prepare it in “Running order”.</translation>
    </message>
    <message>
        <source>Quelqu’un a mis fin à cette liaison dans OBS&#x202f;: relancez-la d’ici quand il peut l’accepter.</source>
        <translation>Someone ended this connection in OBS: start it again from here when OBS can accept it.</translation>
    </message>
    <message>
        <source>Raccourcissez-le.</source>
        <translation>Shorten it.</translation>
    </message>
    <message>
        <source>Rebranchez-la, ou choisissez-en une autre.</source>
        <translation>Plug it back in, or choose another.</translation>
    </message>
    <message>
        <source>Recommencez, avec un nouveau lien s’il le faut.</source>
        <translation>Try again, with a new link if need be.</translation>
    </message>
    <message>
        <source>Recommencez, ou appelez le responsable.</source>
        <translation>Try again, or call the manager.</translation>
    </message>
    <message>
        <source>Recommencez.</source>
        <translation>Try again.</translation>
    </message>
    <message>
        <source>Refaites l’export depuis la billetterie, puis réessayez.</source>
        <translation>Export again from the ticketing service, then try again.</translation>
    </message>
    <message>
        <source>Refaites l’export, ou corrigez cette ligne dans un tableur.</source>
        <translation>Export again, or correct this line in a spreadsheet.</translation>
    </message>
    <message>
        <source>Regardez ce qu’il dit, ou choisissez un autre poste.</source>
        <translation>Look at what it says, or choose another station.</translation>
    </message>
    <message>
        <source>Regardez dans OBS ce qui l’en empêche, puis recommencez.</source>
        <translation>Look in OBS for what prevents it, then try again.</translation>
    </message>
    <message>
        <source>Rejoignez l’hôte par un nouveau lien&#x202f;: ce qui manque viendra.</source>
        <translation>Join the host by a new link: what is missing will come.</translation>
    </message>
    <message>
        <source>Rejoignez l’hôte par un nouveau lien&#x202f;: rien n’est perdu.</source>
        <translation>Join the host by a new link: nothing is lost.</translation>
    </message>
    <message>
        <source>Relancez, et signalez-le si cela se répète.</source>
        <translation>Run it again, and report it if it keeps happening.</translation>
    </message>
    <message>
        <source>Relisez le conducteur, il a changé depuis.</source>
        <translation>Read the running order again, it has changed since.</translation>
    </message>
    <message>
        <source>Relisez-la groupe par groupe&#x202f;: majuscules, espaces et tirets n’importent pas.</source>
        <translation>Read it again group by group: capitals, spaces and hyphens do not matter.</translation>
    </message>
    <message>
        <source>Remettez {0} dans le dossier qui porte ce nom.</source>
        <translation>Put {0} back in the folder that has this name.</translation>
    </message>
    <message>
        <source>Renommez son dossier, ou rejoignez l’hôte avec un autre dossier de données (--data).</source>
        <translation>Rename its folder, or join the host with another data folder (--data).</translation>
    </message>
    <message>
        <source>Reportez-les toutes, ou rappelez-les toutes, puis réunissez-les.</source>
        <translation>Postpone them all, or bring them all back, then group them.</translation>
    </message>
    <message>
        <source>Reprenez ce nom dans les réglages, ou rejoignez l’hôte par un nouveau lien.</source>
        <translation>Take this name back in the settings, or join the host by a new link.</translation>
    </message>
    <message>
        <source>Reprenez le dossier de l’édition du poste qui menait le spectacle.</source>
        <translation>Take the edition folder from the station that was leading the show.</translation>
    </message>
    <message>
        <source>Reprenez une copie de secours avant d’ouvrir les portes.</source>
        <translation>Restore a backup copy before opening the doors.</translation>
    </message>
    <message>
        <source>Reprenez une copie de secours du dossier de l’édition, ou le miroir de la clé USB.</source>
        <translation>Restore a backup copy of the edition folder, or the mirror on the USB stick.</translation>
    </message>
    <message>
        <source>Reprenez à nouveau la sauvegarde, ou l’édition sur son poste d’origine.</source>
        <translation>Restore the backup again, or the edition on its original station.</translation>
    </message>
    <message>
        <source>Reprenez-la par «&#x202f;restore&#x202f;».</source>
        <translation>Restore it with “restore”.</translation>
    </message>
    <message>
        <source>Reprenez-la sous un autre nom, par exemple «&#x202f;{0}&#x202f;»&#x202f;: rien n’a été touché.</source>
        <translation>Restore it under another name, for example “{0}”: nothing has been touched.</translation>
    </message>
    <message>
        <source>Reprenez-la sur un poste qui contrôle les billets de cette édition.</source>
        <translation>Restore it on a station that checks the tickets of this edition.</translation>
    </message>
    <message>
        <source>Reprenez-le d’une copie de secours : sans lui les billets restent lus, mais pas vérifiés.</source>
        <translation>Restore it from a backup copy: without it tickets are still read, but not checked.</translation>
    </message>
    <message>
        <source>Reprenez-le d’une copie de secours, ou de l’autre poste de la régie plateau.</source>
        <translation>Restore it from a backup copy, or from the other stage desk station.</translation>
    </message>
    <message>
        <source>Reprenez-le d’une copie de secours, ou retirez-le et importez à nouveau le palmarès.</source>
        <translation>Restore it from a backup copy, or remove it and import the awards list again.</translation>
    </message>
    <message>
        <source>Retirez cette catégorie ici, ou d’abord dans l’autre modèle.</source>
        <translation>Remove this category here, or first in the other template.</translation>
    </message>
    <message>
        <source>Retirez de son dossier les images et les vidéos qui n’y servent plus.</source>
        <translation>Remove from its folder the pictures and videos no longer used there.</translation>
    </message>
    <message>
        <source>Retirez d’abord ce pouvoir.</source>
        <translation>First withdraw this proxy.</translation>
    </message>
    <message>
        <source>Retirez l’étape, ou importez de nouveau le palmarès.</source>
        <translation>Remove the item, or import the awards list again.</translation>
    </message>
    <message>
        <source>Rien n’est en direct.</source>
        <translation>Nothing is live.</translation>
    </message>
    <message>
        <source>Rouvrez sa copie précédente, ou importez de nouveau le fichier du palmarès.</source>
        <translation>Reopen its previous copy, or import the awards list file again.</translation>
    </message>
    <message>
        <source>Rouvrez sa copie précédente, ou préparez-le de nouveau.</source>
        <translation>Reopen its previous copy, or prepare it again.</translation>
    </message>
    <message>
        <source>Réduisez les hauteurs, les blancs («&#x202f;gap&#x202f;») ou le QR, ou retirez un élément.</source>
        <translation>Reduce the heights, the gaps (“gap”) or the QR code, or remove an element.</translation>
    </message>
    <message>
        <source>Réduisez-la à 1000 pixels de large, puis choisissez-la de nouveau.</source>
        <translation>Reduce it to 1000 pixels wide, then choose it again.</translation>
    </message>
    <message>
        <source>Réduisez-la à 1000 pixels de large.</source>
        <translation>Reduce it to 1000 pixels wide.</translation>
    </message>
    <message>
        <source>Réduisez-le à 2000 points de côté.</source>
        <translation>Reduce it to 2000 dots a side.</translation>
    </message>
    <message>
        <source>Réinstallez VI Events avec ses dépendances, ou hébergez sur un autre poste.</source>
        <translation>Reinstall VI Events with its dependencies, or host on another station.</translation>
    </message>
    <message>
        <source>Réinstallez VI Events, ou copiez ce dossier depuis un autre poste.</source>
        <translation>Reinstall VI Events, or copy this folder from another station.</translation>
    </message>
    <message>
        <source>Réinstallez VI Events.</source>
        <translation>Reinstall VI Events.</translation>
    </message>
    <message>
        <source>Réseau&#x202f;: aucune interface ne répond.</source>
        <translation>Network: no interface is answering.</translation>
    </message>
    <message>
        <source>Scellez-le avec « palmares seal ».</source>
        <translation>Seal it with “palmares seal”.</translation>
    </message>
    <message>
        <source>Section « {0} » ajoutée</source>
        <translation>Section “{0}” added</translation>
    </message>
    <message>
        <source>Section « {0} » renommée « {1} »</source>
        <translation>Section “{0}” renamed “{1}”</translation>
    </message>
    <message>
        <source>Section « {0} » retirée</source>
        <translation>Section “{0}” removed</translation>
    </message>
    <message>
        <source>Section « {0} »&#x202f;: présentée par {1}</source>
        <translation>Section “{0}”: presented by {1}</translation>
    </message>
    <message>
        <source>Seule une ligne de type « mention » porte une mention&#x202f;: celle-ci n’est pas lue.</source>
        <translation>Only a row of type “mention” carries a mention: this one is not read.</translation>
    </message>
    <message>
        <source>Seule une étape de type « mention » porte une mention.</source>
        <translation>Only an item of type “mention” carries a mention.</translation>
    </message>
    <message>
        <source>Seuls une remise, un appel ou une mention nomment des collectivités.</source>
        <translation>Only an award, a roll call or a mention names authorities.</translation>
    </message>
    <message>
        <source>Si c’est la clé de secours, elle comporte une faute de frappe.</source>
        <translation>If this is the recovery key, it contains a typing mistake.</translation>
    </message>
    <message>
        <source>Si la clé de secours n’a pas été imprimée, levez le scellé avec la phrase de passe, puis scellez à nouveau.</source>
        <translation>If the recovery key was not printed, lift the seal with the passphrase, then seal again.</translation>
    </message>
    <message>
        <source>Son pouvoir n’est pas nécessaire.</source>
        <translation>Its proxy is not needed.</translation>
    </message>
    <message>
        <source>Statut inconnu&#x202f;: « {0} ». La personne est notée non confirmée.</source>
        <translation>Unknown status: “{0}”. The person is recorded as not confirmed.</translation>
    </message>
    <message>
        <source>Supprimez ce fichier, hébergez de nouveau, puis donnez un nouveau lien à chaque poste.</source>
        <translation>Delete this file, host again, then give each station a new link.</translation>
    </message>
    <message>
        <source>Supprimez le dossier, ou ouvrez cette copie et effacez-y la même personne.</source>
        <translation>Delete the folder, or open this copy and erase the same person there.</translation>
    </message>
    <message>
        <source>Supprimez le dossier, ou&#x202f;: vi-events erase --edition {0} --confirm {0}</source>
        <translation>Delete the folder, or: vi-events erase --edition {0} --confirm {0}</translation>
    </message>
    <message>
        <source>Supprimez {0} et {1} du dossier «&#x202f;{2}&#x202f;» de l’édition, refaites «&#x202f;hub config&#x202f;», puis donnez un nouveau lien à chaque poste.</source>
        <translation>Delete {0} and {1} from the edition’s folder “{2}”, run “hub config” again, then give each station a new link.</translation>
    </message>
    <message>
        <source>Supprimez-le dans « {0} ».</source>
        <translation>Delete it in “{0}”.</translation>
    </message>
    <message>
        <source>Supprimez-le&#x202f;: chaque poste rejoindra l’hôte par un nouveau lien.</source>
        <translation>Delete it: each station will join the host by a new link.</translation>
    </message>
    <message>
        <source>Total annoncé «&#x202f;{0}&#x202f;»&#x202f;: {1}, au palmarès&#x202f;: {2}.</source>
        <translation>Announced total “{0}”: {1}, in the awards list: {2}.</translation>
    </message>
    <message>
        <source>Totaux possibles&#x202f;: {0}.</source>
        <translation>Possible totals: {0}.</translation>
    </message>
    <message>
        <source>Tous les postes connus l’ont confirmé.</source>
        <translation>All known stations have confirmed it.</translation>
    </message>
    <message>
        <source>Type inconnu&#x202f;: « {0} ». La collectivité est notée « autre ».</source>
        <translation>Unknown type: “{0}”. The authority is recorded as “other”.</translation>
    </message>
    <message>
        <source>Type non précisé&#x202f;: la collectivité est notée « autre ».</source>
        <translation>Type not given: the authority is recorded as “other”.</translation>
    </message>
    <message>
        <source>USB direct&#x202f;: la bibliothèque « libusb » n’est pas installée.</source>
        <translation>Direct USB: the “libusb” library is not installed.</translation>
    </message>
    <message>
        <source>USB direct&#x202f;: le module « pyusb » n’est pas installé.</source>
        <translation>Direct USB: the “pyusb” module is not installed.</translation>
    </message>
    <message>
        <source>Un appel réunit au moins deux remises de label, et rien d’autre.</source>
        <translation>A roll call groups at least two label awards, and nothing else.</translation>
    </message>
    <message>
        <source>Un autre essai suit.</source>
        <translation>Another attempt follows.</translation>
    </message>
    <message>
        <source>Un autre ordinateur</source>
        <translation>Another computer</translation>
    </message>
    <message>
        <source>Un autre ordinateur travaille déjà sous le nom «&#x202f;{0}&#x202f;».</source>
        <translation>Another computer is already working under the name “{0}”.</translation>
    </message>
    <message>
        <source>Un autre ordinateur, copié du même disque que celui-ci,</source>
        <translation>Another computer, copied from the same disk as this one,</translation>
    </message>
    <message>
        <source>Un autre poste a une version plus récente de VI Events&#x202f;: mettez à jour celui-ci.</source>
        <translation>Another station has a newer version of VI Events: update this one.</translation>
    </message>
    <message>
        <source>Un autre poste héberge aussi cette édition ({0})&#x202f;: les postes de l’un ne voient pas ce que font ceux de l’autre. Arrêtez l’hébergement de l’un des deux, puis faites-le rejoindre l’autre par un lien.</source>
        <translation>Another station also hosts this edition ({0}): the stations of one do not see what those of the other do. Stop hosting on one of the two, then have it join the other by a link.</translation>
    </message>
    <message>
        <source>Un autre poste héberge déjà cette édition ({0}).</source>
        <translation>Another station already hosts this edition ({0}).</translation>
    </message>
    <message>
        <source>Un autre programme lit la base&#x202f;: l’effacement n’y est pas fini.</source>
        <translation>Another program is reading the database: the erasure is not finished there.</translation>
    </message>
    <message>
        <source>Un code n’est pas dans la liste officielle&#x202f;: corrigez-le, ou donnez le nom seul.</source>
        <translation>A code is not on the official list: correct it, or give the name alone.</translation>
    </message>
    <message>
        <source>Un contrôle n’a pas de nom.</source>
        <translation>A checkpoint has no name.</translation>
    </message>
    <message>
        <source>Un effacement attend sa preuve&#x202f;: le programme s’est arrêté avant de l’avoir écrite.</source>
        <translation>An erasure is waiting for its proof: the program stopped before writing it.</translation>
    </message>
    <message>
        <source>Un hébergement y tourne peut-être déjà&#x202f;: arrêtez-le, ou choisissez un autre port.</source>
        <translation>A host may already be running there: stop it, or choose another port.</translation>
    </message>
    <message>
        <source>Un modèle tient en quelques lignes.</source>
        <translation>A template takes only a few lines.</translation>
    </message>
    <message>
        <source>Un nom a été compris sous une autre écriture que celle du fichier&#x202f;: vérifiez.</source>
        <translation>A name was read differently from how it is written in the file: check it.</translation>
    </message>
    <message>
        <source>Un nom n’est ni au palmarès ni dans la liste officielle&#x202f;: corrigez-le, ou donnez son code.</source>
        <translation>A name is neither in the awards list nor on the official list: correct it, or give its code.</translation>
    </message>
    <message>
        <source>Un palmarès scellé venu d’un autre poste n’est pas celui de cette édition.</source>
        <translation>A sealed awards list from another station is not the one of this edition.</translation>
    </message>
    <message>
        <source>Un texte de cette section dépasse {0} caractères.</source>
        <translation>A text of this section is over {0} characters.</translation>
    </message>
    <message>
        <source>Un texte de cette étape dépasse {0} caractères.</source>
        <translation>A text of this item is over {0} characters.</translation>
    </message>
    <message>
        <source>Un thème tient en quelques lignes.</source>
        <translation>A theme takes only a few lines.</translation>
    </message>
    <message>
        <source>Une assemblée a au moins un adhérent.</source>
        <translation>An assembly has at least one member.</translation>
    </message>
    <message>
        <source>Une attestation ne s’établit que pour qui est venu&#x202f;: vérifiez les passages.</source>
        <translation>A certificate is only drawn up for those who came: check the scans.</translation>
    </message>
    <message>
        <source>Une autre régie mène le spectacle&#x202f;: le menu (F10) permet de reprendre la main.</source>
        <translation>Another stage desk is leading the show: the menu (F10) lets you take over.</translation>
    </message>
    <message>
        <source>Une autre sauvegarde est en train d’être reprise ici.</source>
        <translation>Another backup is being restored here.</translation>
    </message>
    <message>
        <source>Une autre section s’appelle déjà « {0} ».</source>
        <translation>Another section is already called “{0}”.</translation>
    </message>
    <message>
        <source>Une collectivité garde un nom.</source>
        <translation>An authority keeps a name.</translation>
    </message>
    <message>
        <source>Une copie n’a pas pu être effacée ({0}).</source>
        <translation>A copy could not be erased ({0}).</translation>
    </message>
    <message>
        <source>Une couleur ne se détache pas assez du fond&#x202f;: {0}.</source>
        <translation>A colour does not stand out enough from the background: {0}.</translation>
    </message>
    <message>
        <source>Une entrée reçue est mise de côté&#x202f;: {0}.</source>
        <translation>A received entry is set aside: {0}.</translation>
    </message>
    <message>
        <source>Une grappe compte trois serveurs.</source>
        <translation>A cluster has three servers.</translation>
    </message>
    <message>
        <source>Une intercommunalité est un territoire, pas « {0} ».</source>
        <translation>A group of towns is a territory, not “{0}”.</translation>
    </message>
    <message>
        <source>Une jauge de {0} n’admet personne.</source>
        <translation>A people limit of {0} admits nobody.</translation>
    </message>
    <message>
        <source>Une ligne « suite » vient sans étape au-dessus d’elle.</source>
        <translation>A “suite” row comes with no item above it.</translation>
    </message>
    <message>
        <source>Une personne garde au moins un nom de famille.</source>
        <translation>A person keeps at least a last name.</translation>
    </message>
    <message>
        <source>Une remise nomme une collectivité, et une seule.</source>
        <translation>An award names one authority, and only one.</translation>
    </message>
    <message>
        <source>Une répétition n’a pas de palmarès scellé.</source>
        <translation>A rehearsal has no sealed awards list.</translation>
    </message>
    <message>
        <source>Une section a besoin d’un titre.</source>
        <translation>A section needs a title.</translation>
    </message>
    <message>
        <source>Une étape du conducteur cite une collectivité qui n’est pas au palmarès.</source>
        <translation>An item in the running order names an authority that is not in the awards list.</translation>
    </message>
    <message>
        <source>Une étape déjà jouée ne peut plus changer.</source>
        <translation>An item already played can no longer change.</translation>
    </message>
    <message>
        <source>Videz la collectivité, ou changez le type.</source>
        <translation>Clear the authority, or change the type.</translation>
    </message>
    <message>
        <source>Videz la mention, ou changez le type.</source>
        <translation>Clear the mention, or change the type.</translation>
    </message>
    <message>
        <source>Vérifiez --edition.</source>
        <translation>Check --edition.</translation>
    </message>
    <message>
        <source>Vérifiez la place libre et les droits sur le dossier de l’édition.</source>
        <translation>Check the free space and the permissions on the edition folder.</translation>
    </message>
    <message>
        <source>Vérifiez la place libre et les droits sur le dossier {0} de l’édition.</source>
        <translation>Check the free space and the permissions on the edition’s {0} folder.</translation>
    </message>
    <message>
        <source>Vérifiez la place sur le disque et les droits sur le dossier de l’édition, puis recommencez.</source>
        <translation>Check the disk space and the permissions on the edition folder, then try again.</translation>
    </message>
    <message>
        <source>Vérifiez le disque et les droits sur ce dossier, ou reprenez le fichier d’une copie de secours.</source>
        <translation>Check the disk and the permissions on this folder, or restore the file from a backup copy.</translation>
    </message>
    <message>
        <source>Vérifiez le disque et vos droits, puis enregistrez encore.</source>
        <translation>Check the disk and your permissions, then save again.</translation>
    </message>
    <message>
        <source>Vérifiez le verrouillage des majuscules et la disposition du clavier, ou tapez la clé de secours imprimée.</source>
        <translation>Check Caps Lock and the keyboard layout, or type the printed recovery key.</translation>
    </message>
    <message>
        <source>Vérifiez le verrouillage des majuscules et la disposition du clavier.</source>
        <translation>Check Caps Lock and the keyboard layout.</translation>
    </message>
    <message>
        <source>Vérifiez les droits de ce dossier et la place sur le disque.</source>
        <translation>Check the permissions of this folder and the disk space.</translation>
    </message>
    <message>
        <source>Vérifiez les droits sur le dossier de l’édition, puis rouvrez-la&#x202f;: l’effacement se terminera.</source>
        <translation>Check the permissions on the edition folder, then reopen the edition: the erasure will finish.</translation>
    </message>
    <message>
        <source>Vérifiez l’adresse et que l’hébergement est en marche&#x202f;; chaque poste garde ce qu’il a noté.</source>
        <translation>Check the address and that hosting is running; each station keeps what it has recorded.</translation>
    </message>
    <message>
        <source>Vérifiez que ce poste est sur le même réseau, et que l’hôte est allumé&#x202f;; ou tapez son adresse.</source>
        <translation>Check that this station is on the same network, and that the host is switched on; or type its address.</translation>
    </message>
    <message>
        <source>Vérifiez qu’elle est allumée, ou choisissez les feuilles en PDF.</source>
        <translation>Check that it is switched on, or choose the sheets as PDF.</translation>
    </message>
    <message>
        <source>Vérifiez qu’il s’ouvre ailleurs, ou choisissez-en un autre.</source>
        <translation>Check that it opens elsewhere, or choose another.</translation>
    </message>
    <message>
        <source>Vérifiez qu’il s’ouvre dans un éditeur.</source>
        <translation>Check that it opens in an editor.</translation>
    </message>
    <message>
        <source>Vérifiez son emplacement, ou copiez-le d’abord sur ce poste.</source>
        <translation>Check its location, or copy it to this station first.</translation>
    </message>
    <message>
        <source>Vérifiez son nom et son dossier.</source>
        <translation>Check its name and its folder.</translation>
    </message>
    <message>
        <source>Vérifiez son pare-feu et le réseau.</source>
        <translation>Check its firewall and the network.</translation>
    </message>
    <message>
        <source>Windows a interrompu l’envoi&#x202f;: le badge est-il sorti&#x202f;?</source>
        <translation>Windows interrupted the sending: did the badge come out?</translation>
    </message>
    <message>
        <source>Windows dit l’imprimante « {0} » en pause ou hors ligne&#x202f;: allumez-la, relancez-la.</source>
        <translation>Windows says printer “{0}” is paused or offline: switch it on, resume it.</translation>
    </message>
    <message>
        <source>Windows ne connaît pas l’imprimante « {0} »&#x202f;: vérifiez son nom.</source>
        <translation>Windows does not know printer “{0}”: check its name.</translation>
    </message>
    <message>
        <source>Windows ne dit rien de l’imprimante « {0} »&#x202f;: vérifiez vos droits.</source>
        <translation>Windows says nothing about printer “{0}”: check your permissions.</translation>
    </message>
    <message>
        <source>Windows n’ouvre plus l’imprimante « {0} »&#x202f;: rien n’est parti.</source>
        <translation>Windows no longer opens printer “{0}”: nothing was sent.</translation>
    </message>
    <message>
        <source>a coupé la liaison</source>
        <translation>cut the connection</translation>
    </message>
    <message>
        <source>a un port impossible (de 1 à 65535)</source>
        <translation>has an impossible port (from 1 to 65535)</translation>
    </message>
    <message>
        <source>a une option inconnue, « {0} »</source>
        <translation>has an unknown option, “{0}”</translation>
    </message>
    <message>
        <source>absentes</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>ajouté {1}</source>
        <translation>added {1}</translation>
    </message>
    <message>
        <source>ajoutés {1}</source>
        <translation>added {1}</translation>
    </message>
    <message>
        <source>août</source>
        <translation>August</translation>
    </message>
    <message>
        <source>après</source>
        <translation>after</translation>
    </message>
    <message>
        <source>aucun</source>
        <translation>none</translation>
    </message>
    <message>
        <source>aucun élément</source>
        <translation>no element</translation>
    </message>
    <message>
        <source>avance</source>
        <translation>is ahead</translation>
    </message>
    <message>
        <source>avancé de {1}</source>
        <translation>moved forward by {1}</translation>
    </message>
    <message>
        <source>avancés de {1}</source>
        <translation>moved forward by {1}</translation>
    </message>
    <message>
        <source>avant</source>
        <translation>before</translation>
    </message>
    <message>
        <source>avant {0}</source>
        <translation>before {0}</translation>
    </message>
    <message>
        <source>avril</source>
        <translation>April</translation>
    </message>
    <message>
        <source>badge «&#x202f;{0}&#x202f;»</source>
        <translation>badge “{0}”</translation>
    </message>
    <message>
        <source>ce dossier n’existe pas</source>
        <translation>this folder does not exist</translation>
    </message>
    <message>
        <source>ce n’est pas un dossier</source>
        <translation>this is not a folder</translation>
    </message>
    <message>
        <source>ce n’est pas une image PNG, JPEG ou WebP</source>
        <translation>this is not a PNG, JPEG or WebP picture</translation>
    </message>
    <message>
        <source>ce n’est pas une police</source>
        <translation>this is not a font</translation>
    </message>
    <message>
        <source>ce n’est pas une section</source>
        <translation>this is not a section</translation>
    </message>
    <message>
        <source>celle-ci</source>
        <translation>this one</translation>
    </message>
    <message>
        <source>celles des autres</source>
        <translation>those of the others</translation>
    </message>
    <message>
        <source>clé «&#x202f;{0}&#x202f;»</source>
        <translation>key “{0}”</translation>
    </message>
    <message>
        <source>collectivités représentées</source>
        <translation>authorities represented</translation>
    </message>
    <message>
        <source>contient des signes qui ne s’écrivent pas</source>
        <translation>contains characters that cannot be written</translation>
    </message>
    <message>
        <source>contient un « # » (à écrire %23)</source>
        <translation>contains a “#” (to be written %23)</translation>
    </message>
    <message>
        <source>c’est un dossier</source>
        <translation>this is a folder</translation>
    </message>
    <message>
        <source>dans le département {0} ({1})</source>
        <translation>in the department {0} ({1})</translation>
    </message>
    <message>
        <source>de lui-même dans {0}</source>
        <translation>by itself in {0}</translation>
    </message>
    <message>
        <source>de nouveau à jouer</source>
        <translation>no longer postponed</translation>
    </message>
    <message>
        <source>de type {0}</source>
        <translation>of type {0}</translation>
    </message>
    <message>
        <source>dimanche</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>dont {0} ajoutées à l’accueil</source>
        <translation>of whom {0} added at reception</translation>
    </message>
    <message>
        <source>dont {0} territoires ({1} communes membres)</source>
        <translation>of which {0} territories ({1} member communes)</translation>
    </message>
    <message>
        <source>du poste «&#x202f;{0}&#x202f;»</source>
        <translation>of station “{0}”</translation>
    </message>
    <message>
        <source>du {0} au {1}</source>
        <translation>from {0} to {1}</translation>
    </message>
    <message>
        <source>durée {0} → {1}</source>
        <translation>duration {0} → {1}</translation>
    </message>
    <message>
        <source>décembre</source>
        <translation>December</translation>
    </message>
    <message>
        <source>dépasse {0} signes</source>
        <translation>is over {0} characters</translation>
    </message>
    <message>
        <source>elle manque</source>
        <translation>it is missing</translation>
    </message>
    <message>
        <source>elle n’existe pas</source>
        <translation>it does not exist</translation>
    </message>
    <message>
        <source>en tout</source>
        <translation>in all</translation>
    </message>
    <message>
        <source>est déjà annulé</source>
        <translation>is already undone</translation>
    </message>
    <message>
        <source>est remplacé par sa forme courte</source>
        <translation>is replaced by its short form</translation>
    </message>
    <message>
        <source>février</source>
        <translation>February</translation>
    </message>
    <message>
        <source>il dépasse 200 000 lignes</source>
        <translation>it is over 200,000 rows</translation>
    </message>
    <message>
        <source>il dépasse 64 Mo</source>
        <translation>it is over 64 MB</translation>
    </message>
    <message>
        <source>il dépasse {0} colonnes</source>
        <translation>it is over {0} columns</translation>
    </message>
    <message>
        <source>il faut une seule balise extérieure, &lt;section data-kind=&quot;{0}&quot;&gt;</source>
        <translation>there must be a single outer tag, &lt;section data-kind=&quot;{0}&quot;&gt;</translation>
    </message>
    <message>
        <source>il manque ou n’est pas un PNG</source>
        <translation>it is missing or is not a PNG</translation>
    </message>
    <message>
        <source>il ne contient aucune règle</source>
        <translation>it contains no rule</translation>
    </message>
    <message>
        <source>il ne peut pas être lu</source>
        <translation>it cannot be read</translation>
    </message>
    <message>
        <source>il ne reste pas assez de place aux textes de «&#x202f;{0}&#x202f;»</source>
        <translation>not enough room is left for the texts of “{0}”</translation>
    </message>
    <message>
        <source>il ne reste pas un cinquième de la hauteur aux noms</source>
        <translation>less than a fifth of the height is left for the names</translation>
    </message>
    <message>
        <source>il n’est pas en UTF-8</source>
        <translation>it is not in UTF-8</translation>
    </message>
    <message>
        <source>il n’existe pas</source>
        <translation>it does not exist</translation>
    </message>
    <message>
        <source>il prend quelque chose ailleurs (@import ou http), et la salle n’a pas d’internet</source>
        <translation>it takes something from elsewhere (@import or http), and the venue has no internet</translation>
    </message>
    <message>
        <source>il prend quelque chose ailleurs (http), et la salle n’a pas d’internet</source>
        <translation>it takes something from elsewhere (http), and the venue has no internet</translation>
    </message>
    <message>
        <source>il y a du texte hors de la balise extérieure</source>
        <translation>there is text outside the outer tag</translation>
    </message>
    <message>
        <source>inattendues</source>
        <translation>unexpected</translation>
    </message>
    <message>
        <source>janvier</source>
        <translation>January</translation>
    </message>
    <message>
        <source>jeudi</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>juillet</source>
        <translation>July</translation>
    </message>
    <message>
        <source>juin</source>
        <translation>June</translation>
    </message>
    <message>
        <source>la balise &lt;{0}&gt; n’est pas fermée</source>
        <translation>the tag &lt;{0}&gt; is not closed</translation>
    </message>
    <message>
        <source>la balise &lt;{0}&gt; n’est pas permise</source>
        <translation>the tag &lt;{0}&gt; is not allowed</translation>
    </message>
    <message>
        <source>la balise extérieure doit être &lt;section data-kind=&quot;{0}&quot;&gt;</source>
        <translation>the outer tag must be &lt;section data-kind=&quot;{0}&quot;&gt;</translation>
    </message>
    <message>
        <source>la collectivité</source>
        <translation>the authority</translation>
    </message>
    <message>
        <source>la connexion est refusée</source>
        <translation>the connection is refused</translation>
    </message>
    <message>
        <source>la première ligne</source>
        <translation>the first line</translation>
    </message>
    <message>
        <source>la sortie est fermée</source>
        <translation>the output is closed</translation>
    </message>
    <message>
        <source>labels annoncés</source>
        <translation>labels announced</translation>
    </message>
    <message>
        <source>le fichier ne se lit pas</source>
        <translation>the file cannot be read</translation>
    </message>
    <message>
        <source>le port est pris ou interdit, fermez l’autre programme (sous Linux&#x202f;: groupe dialout).</source>
        <translation>the port is taken or forbidden, close the other program (on Linux: dialout group).</translation>
    </message>
    <message>
        <source>le poste «&#x202f;{0}&#x202f;» depuis {1} (processus {2})</source>
        <translation>station “{0}” since {1} (process {2})</translation>
    </message>
    <message>
        <source>le {0} à {1}</source>
        <translation>on {0} at {1}</translation>
    </message>
    <message>
        <source>les arobases</source>
        <translation>the @</translation>
    </message>
    <message>
        <source>les parts («&#x202f;share&#x202f;») de «&#x202f;{0}&#x202f;» dépassent 100</source>
        <translation>the shares (“share”) of “{0}” are over 100</translation>
    </message>
    <message>
        <source>les {0} premières lignes</source>
        <translation>the first {0} lines</translation>
    </message>
    <message>
        <source>logo «&#x202f;{0}&#x202f;»</source>
        <translation>logo “{0}”</translation>
    </message>
    <message>
        <source>lundi</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>l’attribut {0} n’est pas permis</source>
        <translation>the attribute {0} is not allowed</translation>
    </message>
    <message>
        <source>l’entrée n° {0} ne peut pas être transmise, {1}</source>
        <translation>entry no. {0} cannot be passed on, {1}</translation>
    </message>
    <message>
        <source>l’image est trop grande</source>
        <translation>the picture is too large</translation>
    </message>
    <message>
        <source>l’image est trop grande{0}</source>
        <translation>the picture is too large{0}</translation>
    </message>
    <message>
        <source>mai</source>
        <translation>May</translation>
    </message>
    <message>
        <source>mardi</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>mars</source>
        <translation>March</translation>
    </message>
    <message>
        <source>mention changée</source>
        <translation>mention changed</translation>
    </message>
    <message>
        <source>mercredi</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>ne dit pas dans quel fichier écrire</source>
        <translation>does not say which file to write to</translation>
    </message>
    <message>
        <source>ne dit pas quelle file d’impression utiliser</source>
        <translation>does not say which print queue to use</translation>
    </message>
    <message>
        <source>ne donne pas les deux numéros de l’appareil, quatre chiffres hexadécimaux chacun</source>
        <translation>does not give the device’s two numbers, four hexadecimal digits each</translation>
    </message>
    <message>
        <source>ne prend plus de données</source>
        <translation>takes no more data</translation>
    </message>
    <message>
        <source>ne répond pas</source>
        <translation>does not answer</translation>
    </message>
    <message>
        <source>ne répond plus sur son câble</source>
        <translation>no longer answers on its cable</translation>
    </message>
    <message>
        <source>ne tient pas&#x202f;: donnez une forme courte</source>
        <translation>does not fit: give a short form</translation>
    </message>
    <message>
        <source>non prévu</source>
        <translation>not planned</translation>
    </message>
    <message>
        <source>note changée</source>
        <translation>note changed</translation>
    </message>
    <message>
        <source>novembre</source>
        <translation>November</translation>
    </message>
    <message>
        <source>n’est pas un fichier ordinaire</source>
        <translation>is not an ordinary file</translation>
    </message>
    <message>
        <source>n’est plus dans une section</source>
        <translation>is no longer in a section</translation>
    </message>
    <message>
        <source>n’existe pas</source>
        <translation>does not exist</translation>
    </message>
    <message>
        <source>octobre</source>
        <translation>October</translation>
    </message>
    <message>
        <source>ordre d’appel changé</source>
        <translation>call order changed</translation>
    </message>
    <message>
        <source>pas de réponse</source>
        <translation>no answer</translation>
    </message>
    <message>
        <source>pas de réponse à temps</source>
        <translation>no answer in time</translation>
    </message>
    <message>
        <source>passages dans la minute la plus chargée d’un poste</source>
        <translation>passages in the busiest minute of a station</translation>
    </message>
    <message>
        <source>passe dans la section « {0} »</source>
        <translation>moves to section “{0}”</translation>
    </message>
    <message>
        <source>passe en étroit</source>
        <translation>switches to narrow letters</translation>
    </message>
    <message>
        <source>personne</source>
        <translation>nobody</translation>
    </message>
    <message>
        <source>personnes changées</source>
        <translation>people changed</translation>
    </message>
    <message>
        <source>personnes venues</source>
        <translation>people who came</translation>
    </message>
    <message>
        <source>plus grand que «&#x202f;size&#x202f;»</source>
        <translation>larger than “size”</translation>
    </message>
    <message>
        <source>prend les données trop lentement</source>
        <translation>takes data too slowly</translation>
    </message>
    <message>
        <source>pretix, liste d’enregistrement (anglais)</source>
        <translation>pretix, check-in list (English)</translation>
    </message>
    <message>
        <source>pretix, liste d’enregistrement (français)</source>
        <translation>pretix, check-in list (French)</translation>
    </message>
    <message>
        <source>pretix, positions (anglais)</source>
        <translation>pretix, positions (English)</translation>
    </message>
    <message>
        <source>pretix, positions (français)</source>
        <translation>pretix, order positions (French)</translation>
    </message>
    <message>
        <source>reculé de {1}</source>
        <translation>moved back by {1}</translation>
    </message>
    <message>
        <source>reculés de {1}</source>
        <translation>moved back by {1}</translation>
    </message>
    <message>
        <source>retarde</source>
        <translation>is behind</translation>
    </message>
    <message>
        <source>retiré</source>
        <translation>removed</translation>
    </message>
    <message>
        <source>retirés</source>
        <translation>removed</translation>
    </message>
    <message>
        <source>rien n’est perdu, ce poste garde tout</source>
        <translation>nothing is lost, this station keeps everything</translation>
    </message>
    <message>
        <source>réglez celle des deux qui a tort.</source>
        <translation>set whichever of the two is wrong.</translation>
    </message>
    <message>
        <source>réglez-la.</source>
        <translation>set it.</translation>
    </message>
    <message>
        <source>répond autre chose qu’un état</source>
        <translation>answers something other than a state</translation>
    </message>
    <message>
        <source>samedi</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>sans nom, </source>
        <translation>without names, </translation>
    </message>
    <message>
        <source>septembre</source>
        <translation>September</translation>
    </message>
    <message>
        <source>titre « {0} » → « {1} »</source>
        <translation>title “{0}” → “{1}”</translation>
    </message>
    <message>
        <source>type d’étape changé</source>
        <translation>item type changed</translation>
    </message>
    <message>
        <source>un autre programme</source>
        <translation>another program</translation>
    </message>
    <message>
        <source>un fichier porte déjà ce nom</source>
        <translation>a file already has this name</translation>
    </message>
    <message>
        <source>un logo est plus large que «&#x202f;{0}&#x202f;» ({1} points)</source>
        <translation>a logo is wider than “{0}” ({1} dots)</translation>
    </message>
    <message>
        <source>une cellule remplie est très loin des autres, ou il dépasse 200 000 lignes</source>
        <translation>a filled cell is very far from the others, or it has more than 200,000 rows</translation>
    </message>
    <message>
        <source>une fois décompressé, il occuperait trop de mémoire</source>
        <translation>once decompressed, it would take up too much memory</translation>
    </message>
    <message>
        <source>une région</source>
        <translation>a region</translation>
    </message>
    <message>
        <source>une étape reportée</source>
        <translation>a postponed item</translation>
    </message>
    <message>
        <source>vendredi</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>vous n’y avez pas droit</source>
        <translation>you do not have permission</translation>
    </message>
    <message>
        <source>vérifiez qu’elle est allumée et branchée.</source>
        <translation>check that it is switched on and plugged in.</translation>
    </message>
    <message>
        <source>{0} ({1}), </source>
        <translation>{0} ({1}), </translation>
    </message>
    <message>
        <source>{0} ({1}), clé «&#x202f;floor&#x202f;»</source>
        <translation>{0} ({1}), key “floor”</translation>
    </message>
    <message>
        <source>{0} 1er</source>
        <translation>{0} 1</translation>
    </message>
    <message>
        <source>{0} Le badge est-il sorti&#x202f;?</source>
        <translation>{0} Did the badge come out?</translation>
    </message>
    <message>
        <source>{0} Rien n’a été envoyé.</source>
        <translation>{0} Nothing was sent.</translation>
    </message>
    <message>
        <source>{0} a déjà donné son pouvoir à {1}.</source>
        <translation>{0} has already given its proxy to {1}.</translation>
    </message>
    <message>
        <source>{0} a déjà {1}, le plus qu’une personne puisse porter.</source>
        <translation>{0} already has {1}, the most one person can hold.</translation>
    </message>
    <message>
        <source>{0} appel n’a aucune collectivité.</source>
        <translation>{0} roll call has no authority.</translation>
    </message>
    <message>
        <source>{0} appels n’ont aucune collectivité.</source>
        <translation>{0} roll calls have no authority.</translation>
    </message>
    <message>
        <source>{0} arobase</source>
        <translation>{0} @</translation>
    </message>
    <message>
        <source>{0} arobases</source>
        <translation>{0} @</translation>
    </message>
    <message>
        <source>{0} au même nom dans la même collectivité&#x202f;: une personne en double&#x202f;?</source>
        <translation>{0} with the same name in the same authority: one person twice?</translation>
    </message>
    <message>
        <source>{0} autre</source>
        <translation>{0} other</translation>
    </message>
    <message>
        <source>{0} autres</source>
        <translation>{0} others</translation>
    </message>
    <message>
        <source>{0} badge</source>
        <translation>{0} badge</translation>
    </message>
    <message>
        <source>{0} badges</source>
        <translation>{0} badges</translation>
    </message>
    <message>
        <source>{0} cellule</source>
        <translation>{0} cell</translation>
    </message>
    <message>
        <source>{0} cellules</source>
        <translation>{0} cells</translation>
    </message>
    <message>
        <source>{0} code</source>
        <translation>{0} code</translation>
    </message>
    <message>
        <source>{0} codes</source>
        <translation>{0} codes</translation>
    </message>
    <message>
        <source>{0} collectivité</source>
        <translation>{0} authority</translation>
    </message>
    <message>
        <source>{0} collectivité du palmarès n’a pas d’étape au conducteur.</source>
        <translation>{0} authority in the awards list has no item in the running order.</translation>
    </message>
    <message>
        <source>{0} collectivité du palmarès n’est annoncée à aucune étape&#x202f;: {1}.</source>
        <translation>{0} authority in the awards list is not announced in any item: {1}.</translation>
    </message>
    <message>
        <source>{0} collectivité du palmarès n’est pas dans ce fichier&#x202f;: elle y reste.</source>
        <translation>{0} authority in the awards list is not in this file: it stays in the list.</translation>
    </message>
    <message>
        <source>{0} collectivité en moins</source>
        <translation>{0} authority removed</translation>
    </message>
    <message>
        <source>{0} collectivité en plus</source>
        <translation>{0} authority added</translation>
    </message>
    <message>
        <source>{0} collectivité reçoit son label deux fois.</source>
        <translation>{0} authority receives its label twice.</translation>
    </message>
    <message>
        <source>{0} collectivité {1} annoncée, {2} au palmarès.</source>
        <translation>Announced: {0} authority {1}; in the awards list: {2}.</translation>
    </message>
    <message>
        <source>{0} collectivités</source>
        <translation>{0} authorities</translation>
    </message>
    <message>
        <source>{0} collectivités du palmarès ne sont annoncées à aucune étape&#x202f;: {1}.</source>
        <translation>{0} authorities in the awards list are not announced in any item: {1}.</translation>
    </message>
    <message>
        <source>{0} collectivités du palmarès ne sont pas dans ce fichier&#x202f;: elles y restent.</source>
        <translation>{0} authorities in the awards list are not in this file: they stay in the list.</translation>
    </message>
    <message>
        <source>{0} collectivités du palmarès n’ont pas d’étape au conducteur.</source>
        <translation>{0} authorities in the awards list have no item in the running order.</translation>
    </message>
    <message>
        <source>{0} collectivités en moins</source>
        <translation>{0} authorities removed</translation>
    </message>
    <message>
        <source>{0} collectivités en plus</source>
        <translation>{0} authorities added</translation>
    </message>
    <message>
        <source>{0} collectivités reçoivent leur label deux fois.</source>
        <translation>{0} authorities receive their label twice.</translation>
    </message>
    <message>
        <source>{0} collectivités {1} annoncées, {2} au palmarès.</source>
        <translation>Announced: {0} authorities {1}; in the awards list: {2}.</translation>
    </message>
    <message>
        <source>{0} contrôle</source>
        <translation>{0} checkpoint</translation>
    </message>
    <message>
        <source>{0} contrôles</source>
        <translation>{0} checkpoints</translation>
    </message>
    <message>
        <source>{0} des invitées</source>
        <translation>{0} of those invited</translation>
    </message>
    <message>
        <source>{0} des {1} invitées</source>
        <translation>{0} of the {1} invited</translation>
    </message>
    <message>
        <source>{0} des {1} invitées, organismes compris</source>
        <translation>{0} of the {1} invited, other bodies included</translation>
    </message>
    <message>
        <source>{0} dont le nom de famille n’est pas sûr&#x202f;: écrivez-le en capitales, ou dans une colonne à part, puis vérifiez ces fiches.</source>
        <translation>{0} whose last name is not certain: write it in capitals, or in a column of its own, then check these records.</translation>
    </message>
    <message>
        <source>{0} du palmarès à regarder à l’écran, puis à approuver.</source>
        <translation>{0} in the awards list to look at on screen, then to approve.</translation>
    </message>
    <message>
        <source>{0} entrée</source>
        <translation>{0} entry</translation>
    </message>
    <message>
        <source>{0} entrée ne quitte pas cet ordinateur, notée sous le nom «&#x202f;{1}&#x202f;»</source>
        <translation>{0} entry does not leave this computer, made under the name “{1}”</translation>
    </message>
    <message>
        <source>{0} entrées</source>
        <translation>{0} entries</translation>
    </message>
    <message>
        <source>{0} entrées ne quittent pas cet ordinateur, notées sous le nom «&#x202f;{1}&#x202f;»</source>
        <translation>{0} entries do not leave this computer, made under the name “{1}”</translation>
    </message>
    <message>
        <source>{0} image</source>
        <translation>{0} picture</translation>
    </message>
    <message>
        <source>{0} images</source>
        <translation>{0} pictures</translation>
    </message>
    <message>
        <source>{0} label</source>
        <translation>{0} label</translation>
    </message>
    <message>
        <source>{0} labels</source>
        <translation>{0} labels</translation>
    </message>
    <message>
        <source>{0} passage non transmis</source>
        <translation>{0} passage not passed on</translation>
    </message>
    <message>
        <source>{0} passage non transmis depuis {1}</source>
        <translation>{0} passage not passed on since {1}</translation>
    </message>
    <message>
        <source>{0} passages non transmis</source>
        <translation>{0} passages not passed on</translation>
    </message>
    <message>
        <source>{0} passages non transmis depuis {1}</source>
        <translation>{0} passages not passed on since {1}</translation>
    </message>
    <message>
        <source>{0} entrées reçues sont mises de côté, dont la dernière&#x202f;: {1}.</source>
        <translation>{0} received entries are set aside, the latest: {1}.</translation>
    </message>
    <message>
        <source>{0} est branchée.</source>
        <translation>{0} is plugged in.</translation>
    </message>
    <message>
        <source>{0} est introuvable</source>
        <translation>{0} cannot be found</translation>
    </message>
    <message>
        <source>{0} est présente&#x202f;: elle vote elle-même.</source>
        <translation>{0} is present: it votes for itself.</translation>
    </message>
    <message>
        <source>{0} et {1}</source>
        <translation>{0} and {1}</translation>
    </message>
    <message>
        <source>{0} et {1} autres</source>
        <translation>{0} and {1} others</translation>
    </message>
    <message>
        <source>{0} et {1} autres étapes</source>
        <translation>{0} and {1} other items</translation>
    </message>
    <message>
        <source>{0} fiche</source>
        <translation>{0} record</translation>
    </message>
    <message>
        <source>{0} fiches</source>
        <translation>{0} records</translation>
    </message>
    <message>
        <source>{0} hors de la liste officielle, à vérifier.</source>
        <translation>{0} off the official list, to check.</translation>
    </message>
    <message>
        <source>{0} hors des jours de l’édition&#x202f;: {1}.</source>
        <translation>{0} outside the days of the edition: {1}.</translation>
    </message>
    <message>
        <source>{0} jour</source>
        <translation>{0} day</translation>
    </message>
    <message>
        <source>{0} jours</source>
        <translation>{0} days</translation>
    </message>
    <message>
        <source>{0} labels, {1} étapes.</source>
        <translation>{0} labels, {1} items.</translation>
    </message>
    <message>
        <source>{0} ligne</source>
        <translation>{0} line</translation>
    </message>
    <message>
        <source>{0} ligne refusée</source>
        <translation>{0} row refused</translation>
    </message>
    <message>
        <source>{0} lignes</source>
        <translation>{0} lines</translation>
    </message>
    <message>
        <source>{0} lignes refusées</source>
        <translation>{0} rows refused</translation>
    </message>
    <message>
        <source>{0} manque.</source>
        <translation>{0} is missing.</translation>
    </message>
    <message>
        <source>{0} mention n’a aucun lauréat au conducteur.</source>
        <translation>{0} mention has no winner in the running order.</translation>
    </message>
    <message>
        <source>{0} mention n’a pas les mêmes lauréats au conducteur et au palmarès.</source>
        <translation>{0} mention does not have the same winners in the running order and in the awards list.</translation>
    </message>
    <message>
        <source>{0} mentions n’ont aucun lauréat au conducteur.</source>
        <translation>{0} mentions have no winner in the running order.</translation>
    </message>
    <message>
        <source>{0} mentions n’ont pas les mêmes lauréats au conducteur et au palmarès.</source>
        <translation>{0} mentions do not have the same winners in the running order and in the awards list.</translation>
    </message>
    <message>
        <source>{0} message de l’hôte refusé&#x202f;: {1}.</source>
        <translation>{0} message of the host refused: {1}.</translation>
    </message>
    <message>
        <source>{0} messages de l’hôte refusés&#x202f;: {1}.</source>
        <translation>{0} messages of the host refused: {1}.</translation>
    </message>
    <message>
        <source>{0} ne prend aucune donnée&#x202f;; rien n’a été envoyé.</source>
        <translation>{0} takes no data; nothing was sent.</translation>
    </message>
    <message>
        <source>{0} ne se laisse pas écrire ({1}).</source>
        <translation>{0} cannot be written to ({1}).</translation>
    </message>
    <message>
        <source>{0} nom</source>
        <translation>{0} name</translation>
    </message>
    <message>
        <source>{0} nom complet</source>
        <translation>{0} full name</translation>
    </message>
    <message>
        <source>{0} nom désigne plusieurs collectivités&#x202f;: laquelle&#x202f;?</source>
        <translation>{0} name stands for several authorities: which one?</translation>
    </message>
    <message>
        <source>{0} noms</source>
        <translation>{0} names</translation>
    </message>
    <message>
        <source>{0} noms complets</source>
        <translation>{0} full names</translation>
    </message>
    <message>
        <source>{0} noms désignent plusieurs collectivités&#x202f;: laquelle&#x202f;?</source>
        <translation>{0} names stand for several authorities: which one?</translation>
    </message>
    <message>
        <source>{0} n’est pas dans la salle («&#x202f;{1}&#x202f;»).</source>
        <translation>{0} is not in the room (“{1}”).</translation>
    </message>
    <message>
        <source>{0} n’est pas une image PNG lisible</source>
        <translation>{0} is not a readable PNG picture</translation>
    </message>
    <message>
        <source>{0} ou {1}</source>
        <translation>{0} or {1}</translation>
    </message>
    <message>
        <source>{0} participant·e</source>
        <translation>{0} participant</translation>
    </message>
    <message>
        <source>{0} participant·e inscrit·e à deux ateliers qui se chevauchent.</source>
        <translation>{0} participant registered for two workshops that overlap.</translation>
    </message>
    <message>
        <source>{0} participant·es</source>
        <translation>{0} participants</translation>
    </message>
    <message>
        <source>{0} participant·es inscrit·es à deux ateliers qui se chevauchent.</source>
        <translation>{0} participants registered for two workshops that overlap.</translation>
    </message>
    <message>
        <source>{0} personne y est entrée</source>
        <translation>{0} person has come in there</translation>
    </message>
    <message>
        <source>{0} personne y est inscrite</source>
        <translation>{0} person is registered there</translation>
    </message>
    <message>
        <source>{0} personnes y sont entrées</source>
        <translation>{0} people have come in there</translation>
    </message>
    <message>
        <source>{0} personnes y sont inscrites</source>
        <translation>{0} people are registered there</translation>
    </message>
    <message>
        <source>{0} place</source>
        <translation>{0} place</translation>
    </message>
    <message>
        <source>{0} places</source>
        <translation>{0} places</translation>
    </message>
    <message>
        <source>{0} point du palmarès ou du conducteur interdit d’armer.</source>
        <translation>{0} issue in the awards list or the running order prevents arming.</translation>
    </message>
    <message>
        <source>{0} points du palmarès ou du conducteur interdisent d’armer.</source>
        <translation>{0} issues in the awards list or the running order prevent arming.</translation>
    </message>
    <message>
        <source>{0} pour {1}</source>
        <translation>{0} for {1}</translation>
    </message>
    <message>
        <source>{0} pouvoir</source>
        <translation>{0} proxy</translation>
    </message>
    <message>
        <source>{0} pouvoirs</source>
        <translation>{0} proxies</translation>
    </message>
    <message>
        <source>{0} remarque</source>
        <translation>{0} remark</translation>
    </message>
    <message>
        <source>{0} remarques</source>
        <translation>{0} remarks</translation>
    </message>
    <message>
        <source>{0} remise dure plus de 10 minutes</source>
        <translation>{0} award lasts more than 10 minutes</translation>
    </message>
    <message>
        <source>{0} remises durent plus de 10 minutes</source>
        <translation>{0} awards last more than 10 minutes</translation>
    </message>
    <message>
        <source>{0} sans billet.</source>
        <translation>{0} with no ticket.</translation>
    </message>
    <message>
        <source>{0} sans collectivité, hors presse, partenaires et équipe.</source>
        <translation>{0} with no authority, not counting press, partners and crew.</translation>
    </message>
    <message>
        <source>{0} sans horaire, sur plusieurs jours&#x202f;: {1}.</source>
        <translation>{0} with no hours, in an edition of several days: {1}.</translation>
    </message>
    <message>
        <source>{0} se laisse écrire.</source>
        <translation>{0} can be written to.</translation>
    </message>
    <message>
        <source>{0} sur le palmarès ou le conducteur.</source>
        <translation>{0} about the awards list or the running order.</translation>
    </message>
    <message>
        <source>{0} textes mesurés à leur taille d’écran.</source>
        <translation>{0} texts measured at their screen size.</translation>
    </message>
    <message>
        <source>{0} travaille aussi sous le nom «&#x202f;{1}&#x202f;».</source>
        <translation>{0} also works under the name “{1}”.</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>{0} {1} {2}</source>
        <translation>{0} {1} {2}</translation>
    </message>
    <message>
        <source>{0} {1}.</source>
        <translation>{0} {1}.</translation>
    </message>
    <message>
        <source>{0} À plus d’un jour d’écart, les postes ne suivent plus la même heure&#x202f;: ce qui s’y note est gardé, mais se range {1} tout le reste.</source>
        <translation>{0} More than a day apart, stations no longer follow the same time: what is noted there is kept, but is placed {1} everything else.</translation>
    </message>
    <message>
        <source>{0} écart{1} dans OBS&#x202f;: à adopter ou à rétablir.</source>
        <translation>{0} change{1} in OBS: to adopt or to restore.</translation>
    </message>
    <message>
        <source>{0} étape cite une collectivité qui n’est pas au palmarès.</source>
        <translation>{0} item names an authority that is not in the awards list.</translation>
    </message>
    <message>
        <source>{0} étape reportée ne sera pas jouée.</source>
        <translation>{0} postponed item will not be played.</translation>
    </message>
    <message>
        <source>{0} étapes citent une collectivité qui n’est pas au palmarès.</source>
        <translation>{0} items name an authority that is not in the awards list.</translation>
    </message>
    <message>
        <source>{0} étapes reportées ne seront pas jouées.</source>
        <translation>{0} postponed items will not be played.</translation>
    </message>
    <message>
        <source>{0}, clé «&#x202f;kind&#x202f;»</source>
        <translation>{0}, key “kind”</translation>
    </message>
    <message>
        <source>{0}, et {1} autres</source>
        <translation>{0}, and {1} others</translation>
    </message>
    <message>
        <source>{0}clé «&#x202f;{1}&#x202f;»</source>
        <translation>{0}key “{1}”</translation>
    </message>
    <message>
        <source>{0}{1} à lire de près</source>
        <translation>{0}{1} to read closely</translation>
    </message>
    <message>
        <source>{0}&#xa0;%</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>{0}&#x202f;: la recherche a échoué ({1}).</source>
        <translation>{0}: the search failed ({1}).</translation>
    </message>
    <message>
        <source>{0}&#x202f;: le badge est-il sorti&#x202f;?</source>
        <translation>{0}: did the badge come out?</translation>
    </message>
    <message>
        <source>{0}&#x202f;: le rôle de ce poste ne permet pas de transmettre ce qui y est noté. Faites reprendre son journal par la régie («&#x202f;journal import&#x202f;» ou clé USB).</source>
        <translation>{0}: the role of this station does not let it pass on what is in them. Have its journal taken up by the control desk (“journal import” or USB stick).</translation>
    </message>
    <message>
        <source>{0}&#x202f;: sur scène, {1}</source>
        <translation>{0}: on stage, {1}</translation>
    </message>
    <message>
        <source>{0}&#x202f;: texte trop petit ou coupé, ou lettre absente de la police.</source>
        <translation>{0}: text too small or cut off, or a letter missing from the font.</translation>
    </message>
    <message>
        <source>{0}&#x202f;: un tableur a peut-être pris « 0:40 » pour 40 minutes. Écrivez « 40 s ».</source>
        <translation>{0}: a spreadsheet may have taken “0:40” for 40 minutes. Write “40 s”.</translation>
    </message>
    <message>
        <source>{0}&#x202f;: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>{0}&#x202f;: {1} entrées, {2}journal intact.</source>
        <translation>{0}: {1} entries, {2}log intact.</translation>
    </message>
    <message>
        <source>{0}&#x202f;: {1} → {2}</source>
        <translation>{0}: {1} → {2}</translation>
    </message>
    <message>
        <source>{0}&#x202f;h&#x202f;{1:02d}</source>
        <translation>{0}:{1:02d}</translation>
    </message>
    <message>
        <source>« {0} »</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>« {0} » est abîmé ou incomplet.</source>
        <translation>“{0}” is damaged or incomplete.</translation>
    </message>
    <message>
        <source>« {0} » est hors de l’échelle&#x202f;: un label va de 1 à 5 arobases.</source>
        <translation>“{0}” is off the scale: a label goes from 1 to 5 @.</translation>
    </message>
    <message>
        <source>« {0} » est protégé par un mot de passe.</source>
        <translation>“{0}” is protected by a password.</translation>
    </message>
    <message>
        <source>« {0} » est trop grand&#x202f;: {1}.</source>
        <translation>“{0}” is too large: {1}.</translation>
    </message>
    <message>
        <source>« {0} » est vide.</source>
        <translation>“{0}” is empty.</translation>
    </message>
    <message>
        <source>« {0} » ne convient pas.</source>
        <translation>“{0}” is not suitable.</translation>
    </message>
    <message>
        <source>« {0} » ne dit ni oui ni non&#x202f;: la première participation n’est pas retenue.</source>
        <translation>“{0}” is neither yes nor no: first participation is not recorded.</translation>
    </message>
    <message>
        <source>« {0} » ne peut pas nommer une édition.</source>
        <translation>“{0}” cannot be the name of an edition.</translation>
    </message>
    <message>
        <source>« {0} » ne se laisse pas écrire ({1}).</source>
        <translation>“{0}” cannot be written to ({1}).</translation>
    </message>
    <message>
        <source>« {0} » ne se supprime pas ({1}).</source>
        <translation>“{0}” cannot be deleted ({1}).</translation>
    </message>
    <message>
        <source>« {0} » n’a pas de feuille « {1} ».</source>
        <translation>“{0}” has no sheet “{1}”.</translation>
    </message>
    <message>
        <source>« {0} » n’est pas dans la liste officielle&#x202f;: corrigez le nom, donnez le code, ou répondez « {1} ».</source>
        <translation>“{0}” is not on the official list: correct the name, give the code, or answer “{1}”.</translation>
    </message>
    <message>
        <source>« {0} » n’est pas un mode.</source>
        <translation>“{0}” is not a mode.</translation>
    </message>
    <message>
        <source>« {0} » n’est pas un niveau&#x202f;: écrivez un nombre d’arobases, de 1 à 5.</source>
        <translation>“{0}” is not a level: write a number of @, from 1 to 5.</translation>
    </message>
    <message>
        <source>« {0} » n’est pas un tableau CSV ou XLSX.</source>
        <translation>“{0}” is not a CSV or XLSX table.</translation>
    </message>
    <message>
        <source>« {0} » n’est pas une adresse où héberger.</source>
        <translation>“{0}” is not an address to host on.</translation>
    </message>
    <message>
        <source>« {0} » {1}.</source>
        <translation>“{0}” {1}.</translation>
    </message>
    <message>
        <source>« {0} »&#x202f;: un guillemet ouvert à la ligne {1} n’est jamais refermé.</source>
        <translation>“{0}”: a quotation mark opened in row {1} is never closed.</translation>
    </message>
    <message>
        <source>«&#x202f;two_sided_fold&#x202f;» ne va qu’aux rouleaux</source>
        <translation>“two_sided_fold” is for rolls only</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» a été déplacé ou redimensionné dans «&#x202f;{1}&#x202f;».</source>
        <translation>“{0}” was moved or resized in “{1}”.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» est affiché dans «&#x202f;{1}&#x202f;» alors que rien n’est à l’antenne.</source>
        <translation>“{0}” is shown in “{1}” while nothing is on air.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» est d’une autre édition.</source>
        <translation>“{0}” is from another edition.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» est en trop dans «&#x202f;{1}&#x202f;».</source>
        <translation>“{0}” does not belong in “{1}”.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» est masqué dans «&#x202f;{1}&#x202f;».</source>
        <translation>“{0}” is hidden in “{1}”.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» est sur la liste officielle&#x202f;: son nom ne se change pas ici.</source>
        <translation>“{0}” is on the official list: its name cannot be changed here.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» est une sauvegarde.</source>
        <translation>“{0}” is a backup.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» est {1}, pas «&#x202f;{2}&#x202f;».</source>
        <translation>“{0}” is {1}, not “{2}”.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» existe dans OBS mais n’est pas ce qu’il faut&#x202f;: donnez-lui un autre nom.</source>
        <translation>“{0}” exists in OBS but is not what is needed: give it another name.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» fait aujourd’hui partie de la commune «&#x202f;{1}&#x202f;».</source>
        <translation>“{0}” is now part of the town “{1}”.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» fermerait avant d’ouvrir.</source>
        <translation>“{0}” would close before opening.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» manque dans la scène «&#x202f;{1}&#x202f;».</source>
        <translation>“{0}” is missing from the scene “{1}”.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» ne convient pas</source>
        <translation>“{0}” is not suitable</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» ne peut pas servir de logo&#x202f;: {1}.</source>
        <translation>“{0}” cannot be used as a logo: {1}.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» ne se laisse pas copier ({1}).</source>
        <translation>“{0}” cannot be copied ({1}).</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» ne se retire pas&#x202f;: {1}.</source>
        <translation>“{0}” cannot be removed: {1}.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» ne se termine pas par {1}.</source>
        <translation>“{0}” does not end with {1}.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» ne va pas.</source>
        <translation>“{0}” is not right.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» n’est ni .csv ni .json.</source>
        <translation>“{0}” is neither .csv nor .json.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» n’est ni .pdf ni .csv.</source>
        <translation>“{0}” is neither .pdf nor .csv.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» n’est pas un quorum.</source>
        <translation>“{0}” is not a quorum.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» n’est pas une heure.</source>
        <translation>“{0}” is not a time.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» n’est pas une sauvegarde de VI Events.</source>
        <translation>“{0}” is not a VI Events backup.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» ressemble à «&#x202f;{1}&#x202f;»&#x202f;: confirmez ou cherchez un autre nom.</source>
        <translation>“{0}” looks like “{1}”: confirm, or search for another name.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» sert déjà «&#x202f;{1}&#x202f;» sur ce papier</source>
        <translation>“{0}” is already used for “{1}” on this paper</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» s’appelle maintenant «&#x202f;{1}&#x202f;» dans OBS.</source>
        <translation>“{0}” is now called “{1}” in OBS.</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;» {1} ({2} px, {3}).</source>
        <translation>“{0}” {1} ({2} px, {3}).</translation>
    </message>
    <message>
        <source>«&#x202f;{0}&#x202f;»&#x202f;: {1}. Nom officiel&#x202f;: «&#x202f;{2}&#x202f;».</source>
        <translation>“{0}”: {1}. Official name: “{2}”.</translation>
    </message>
    <message>
        <source>Éclaircissez-la ou assombrissez le fond, jusqu’à 4,5&#x202f;: 1 au moins.</source>
        <translation>Make it lighter or the background darker, up to 4.5 to 1 at least.</translation>
    </message>
    <message>
        <source>Écrit «&#x202f;{0}&#x202f;», mais le code {1} désigne «&#x202f;{2}&#x202f;».</source>
        <translation>Written “{0}”, but code {1} stands for “{2}”.</translation>
    </message>
    <message>
        <source>Écrit «&#x202f;{0}&#x202f;»&#x202f;; nom officiel&#x202f;: «&#x202f;{1}&#x202f;».</source>
        <translation>Written “{0}”; official name: “{1}”.</translation>
    </message>
    <message>
        <source>Écrivez 9:30, ou 06/02 9:30 pour un autre jour.</source>
        <translation>Write 9:30, or 06/02 9:30 for another day.</translation>
    </message>
    <message>
        <source>Écrivez NOM=HÔTE:PORT.</source>
        <translation>Write NAME=HOST:PORT.</translation>
    </message>
    <message>
        <source>Écrivez [{0}] seul sur une ligne.</source>
        <translation>Write [{0}] alone on a line.</translation>
    </message>
    <message>
        <source>Écrivez au moins le nom de famille.</source>
        <translation>Write at least the last name.</translation>
    </message>
    <message>
        <source>Écrivez au moins le nom de la personne qui remplace.</source>
        <translation>Write at least the last name of the person stepping in.</translation>
    </message>
    <message>
        <source>Écrivez au plus {0}, la valeur de «&#x202f;size&#x202f;».</source>
        <translation>Write at most {0}, the value of “size”.</translation>
    </message>
    <message>
        <source>Écrivez clé = valeur, les textes entre guillemets droits, et [[element]] avant chaque élément.</source>
        <translation>Write key = value, texts in straight quotes, and [[element]] before each element.</translation>
    </message>
    <message>
        <source>Écrivez clé = valeur, les textes entre guillemets droits.</source>
        <translation>Write key = value, texts in straight quotes.</translation>
    </message>
    <message>
        <source>Écrivez entre guillemets un texte d’une ligne, de 300 signes au plus.</source>
        <translation>Write a text of one line in quotes, of 300 characters at most.</translation>
    </message>
    <message>
        <source>Écrivez le nom d’un fichier .png placé à côté du modèle, par exemple &quot;logo.png&quot;.</source>
        <translation>Write the name of a .png file placed next to the template, for example &quot;logo.png&quot;.</translation>
    </message>
    <message>
        <source>Écrivez par exemple 14:30 ou 14 h 30.</source>
        <translation>Write for example 14:30 or 14 h 30.</translation>
    </message>
    <message>
        <source>Écrivez par exemple « 0.0.0.0:{0} ».</source>
        <translation>Write for example “0.0.0.0:{0}”.</translation>
    </message>
    <message>
        <source>Écrivez qui a décidé la correction.</source>
        <translation>Write who decided the correction.</translation>
    </message>
    <message>
        <source>Écrivez qui monte sur scène.</source>
        <translation>Write who comes on stage.</translation>
    </message>
    <message>
        <source>Écrivez son nom.</source>
        <translation>Write its name.</translation>
    </message>
    <message>
        <source>Écrivez trois fois NOM=HÔTE:PORT.</source>
        <translation>Write NAME=HOST:PORT three times.</translation>
    </message>
    <message>
        <source>Écrivez true ou false, sans guillemets.</source>
        <translation>Write true or false, without quotes.</translation>
    </message>
    <message>
        <source>Écrivez un nombre entier de {0} à {1}.</source>
        <translation>Write a whole number from {0} to {1}.</translation>
    </message>
    <message>
        <source>Écrivez un simple nom de fichier, sans dossier.</source>
        <translation>Write a plain file name, without a folder.</translation>
    </message>
    <message>
        <source>Écrivez un texte de 120 caractères au plus, sur une ligne.</source>
        <translation>Write a text of 120 characters at most, on one line.</translation>
    </message>
    <message>
        <source>Écrivez une couleur comme &quot;#0C1730&quot;.</source>
        <translation>Write a colour like &quot;#0C1730&quot;.</translation>
    </message>
    <message>
        <source>Écrivez une liste entre crochets parmi {0}.</source>
        <translation>Write a list in square brackets, chosen from {0}.</translation>
    </message>
    <message>
        <source>Écrivez une part (1/2 ou 50&#x202f;%) ou un nombre d’adhérents&#x202f;; rien s’il n’y en a pas.</source>
        <translation>Write a share (1/2 or 50%) or a number of members; nothing if there is no quorum.</translation>
    </message>
    <message>
        <source>Écrivez {0}.</source>
        <translation>Write {0}.</translation>
    </message>
    <message>
        <source>Écrivez «&#x202f;palmares press DOSSIER&#x202f;».</source>
        <translation>Write “palmares press DOSSIER”.</translation>
    </message>
    <message>
        <source>Écrivez-la comme {0}</source>
        <translation>Write it like {0}</translation>
    </message>
    <message>
        <source>Écrivez-la sous la forme ws://127.0.0.1:4455, avec le port des paramètres du serveur WebSocket d’OBS.</source>
        <translation>Write it as ws://127.0.0.1:4455, with the port from OBS’s WebSocket Server Settings.</translation>
    </message>
    <message>
        <source>Écrivez-la à la page «&#x202f;Après la journée&#x202f;», ou recommencez la même commande «&#x202f;erase&#x202f;».</source>
        <translation>Write it on the “After the day” page, or run the same “erase” command again.</translation>
    </message>
    <message>
        <source>Écrivez-le en quelques mots.</source>
        <translation>Write it in a few words.</translation>
    </message>
    <message>
        <source>Écrivez-le, puis enregistrez.</source>
        <translation>Write it, then save.</translation>
    </message>
    <message>
        <source>Écrivez-le.</source>
        <translation>Write it.</translation>
    </message>
    <message>
        <source>Éditions présentes : {0}.</source>
        <translation>Editions here: {0}.</translation>
    </message>
    <message>
        <source>à jouer plus tard</source>
        <translation>postponed</translation>
    </message>
    <message>
        <source>à la fin</source>
        <translation>at the end</translation>
    </message>
    <message>
        <source>à sa prochaine ouverture</source>
        <translation>the next time the edition is opened</translation>
    </message>
    <message>
        <source>à {0}</source>
        <translation>with {0}</translation>
    </message>
    <message>
        <source>écriture incomprise</source>
        <translation>text not understood</translation>
    </message>
    <message>
        <source>élément {0}</source>
        <translation>element {0}</translation>
    </message>
    <message>
        <source>&#x202f;: le badge est-il sorti&#x202f;?</source>
        <translation>: did the badge come out?</translation>
    </message>
</context>
<context>
    <name>Delegation</name>
    <message>
        <source>Toute la délégation est déjà entrée.</source>
        <translation>The whole delegation is already in.</translation>
    </message>
    <message>
        <source>Délégation&#x202f;: %1 entrée.</source>
        <translation>Delegation: %1 let in.</translation>
    </message>
    <message>
        <source>Délégation&#x202f;: %1 entrées.</source>
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
    <name>DeskPage</name>
    <message>
        <source>Couper la diffusion</source>
        <translation>Cut the stream</translation>
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
        <source>Personnes</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Badges et imprimantes</source>
        <translation>Badges and printers</translation>
    </message>
    <message>
        <source>Édition</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>Cérémonie</source>
        <translation>Ceremony</translation>
    </message>
    <message>
        <source>Ce poste</source>
        <translation>This station</translation>
    </message>
    <message>
        <source>Fiche de la personne…</source>
        <translation>Person’s record…</translation>
    </message>
    <message>
        <source>Ce poste a rejoint les autres avec un rôle qui n’ouvre pas cette fenêtre.</source>
        <translation>This station joined the others with a role that does not open this window.</translation>
    </message>
    <message>
        <source>Le badge demandé est sorti</source>
        <translation>The requested badge came out</translation>
    </message>
    <message>
        <source>Le badge demandé n’est pas sorti</source>
        <translation>The requested badge did not come out</translation>
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
        <source>Imprimantes et badges…</source>
        <translation>Printers and badges…</translation>
    </message>
    <message>
        <source>Badges à imprimer…</source>
        <translation>Badges to print…</translation>
    </message>
    <message>
        <source>Imprimer les badges d’avance…</source>
        <translation>Print badges in advance…</translation>
    </message>
    <message>
        <source>Modèles de badge…</source>
        <translation>Badge templates…</translation>
    </message>
    <message>
        <source>Préparation…</source>
        <translation>Preparation…</translation>
    </message>
    <message>
        <source>Palmarès et conducteur…</source>
        <translation>Awards, running order…</translation>
    </message>
    <message>
        <source>Régie plateau…</source>
        <translation>Stage desk…</translation>
    </message>
    <message>
        <source>Régie webtv…</source>
        <translation>Webtv desk…</translation>
    </message>
    <message>
        <source>Doubles entrées…</source>
        <translation>Double entries…</translation>
    </message>
    <message>
        <source>Saisie d’après papier…</source>
        <translation>Entry from paper…</translation>
    </message>
    <message>
        <source>Assemblée…</source>
        <translation>Assembly…</translation>
    </message>
    <message>
        <source>Postes…</source>
        <translation>Stations…</translation>
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
    <name>DevicesPage</name>
    <message>
        <source>Postes</source>
        <translation>Stations</translation>
    </message>
    <message>
        <source>Imprimantes</source>
        <translation>Printers</translation>
    </message>
    <message>
        <source>Douchette</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Caméra</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Écran de salle</source>
        <translation>Public screen</translation>
    </message>
    <message>
        <source>Prompteur</source>
        <translation>Prompter</translation>
    </message>
    <message>
        <source>OBS</source>
        <translation>OBS</translation>
    </message>
    <message>
        <source>Pas encore relié à cette édition</source>
        <translation>Not linked to this edition yet</translation>
    </message>
    <message>
        <source>Connexion à OBS…</source>
        <translation>Connection to OBS…</translation>
    </message>
    <message>
        <source>Aucune imprimante n’est choisie&#x202f;: les badges ne sortiront pas.</source>
        <translation>No printer is chosen: badges will not come out.</translation>
    </message>
    <message>
        <source>pas encore vue</source>
        <translation>not seen yet</translation>
    </message>
    <message>
        <source>Ce poste travaille seul</source>
        <translation>This station works alone</translation>
    </message>
    <message>
        <source>En réseau, comme «&#xa0;%1&#xa0;»</source>
        <translation>On the network, as “%1”</translation>
    </message>
    <message>
        <source>Douchette USB, qui tape comme un clavier</source>
        <translation>USB scanner, which types like a keyboard</translation>
    </message>
    <message>
        <source>Seul un essai dit si elle lit les billets sur ce clavier.</source>
        <translation>Only a test tells if it reads tickets on this keyboard.</translation>
    </message>
    <message>
        <source>Port série %1, branché</source>
        <translation>Serial port %1, connected</translation>
    </message>
    <message>
        <source>Port série %1&#x202f;: rien n’y est branché</source>
        <translation>Serial port %1: nothing connected</translation>
    </message>
    <message>
        <source>Aucune caméra n’est choisie</source>
        <translation>No camera is chosen</translation>
    </message>
    <message>
        <source>Aucun écran n’est choisi</source>
        <translation>No screen is chosen</translation>
    </message>
    <message>
        <source>%1 n’est pas branché</source>
        <translation>%1 is not connected</translation>
    </message>
    <message>
        <source>%1 recopie l’écran de la régie</source>
        <translation>%1 mirrors the desk’s screen</translation>
    </message>
    <message>
        <source>Postes…</source>
        <translation>Stations…</translation>
    </message>
    <message>
        <source>Régler…</source>
        <translation>Set up…</translation>
    </message>
    <message>
        <source>File et badges…</source>
        <translation>Queue and badges…</translation>
    </message>
    <message>
        <source>Essayer…</source>
        <translation>Test…</translation>
    </message>
    <message>
        <source>Numéroter</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Vérifier</source>
        <translation>Check</translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message>
        <source>%1 étape déplacée</source>
        <translation>%1 item moved</translation>
    </message>
    <message>
        <source>%1 étapes déplacées</source>
        <translation>%1 items moved</translation>
    </message>
    <message>
        <source>%1 étape ajoutée</source>
        <translation>%1 item added</translation>
    </message>
    <message>
        <source>%1 étapes ajoutées</source>
        <translation>%1 items added</translation>
    </message>
    <message>
        <source>%1 étape retirée</source>
        <translation>%1 item removed</translation>
    </message>
    <message>
        <source>%1 étapes retirées</source>
        <translation>%1 items removed</translation>
    </message>
    <message>
        <source>%1 étape modifiée</source>
        <translation>%1 item changed</translation>
    </message>
    <message>
        <source>%1 étapes modifiées</source>
        <translation>%1 items changed</translation>
    </message>
    <message>
        <source>sections ou heures changées</source>
        <translation>sections or times changed</translation>
    </message>
</context>
<context>
    <name>DifferenceDialog</name>
    <message>
        <source>Enregistrer le conducteur</source>
        <translation>Save the running order</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Ce qui change</source>
        <translation>What changes</translation>
    </message>
</context>
<context>
    <name>DocumentRows</name>
    <message>
        <source>Écrire…</source>
        <translation>Write…</translation>
    </message>
    <message>
        <source>Écrire «&#xa0;%1&#xa0;»</source>
        <translation>Write “%1”</translation>
    </message>
</context>
<context>
    <name>DriftPanel</name>
    <message>
        <source>Adopter</source>
        <translation>Adopt</translation>
    </message>
    <message>
        <source>Rétablir</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Préparer OBS…</source>
        <translation>Set up OBS…</translation>
    </message>
    <message>
        <source>OBS à préparer</source>
        <translation>OBS to be set up</translation>
    </message>
    <message>
        <source>Cette collection de scènes n’a pas encore l’habillage.</source>
        <translation>This scene collection does not have the overlay yet.</translation>
    </message>
    <message>
        <source>(et %1 autre)</source>
        <translation>(and %1 other)</translation>
    </message>
    <message>
        <source>(et %1 autres)</source>
        <translation>(and %1 others)</translation>
    </message>
    <message>
        <source>Modifié dans OBS</source>
        <translation>Changed in OBS</translation>
    </message>
</context>
<context>
    <name>EditionPage</name>
    <message>
        <source>Plusieurs jours</source>
        <translation>Several days</translation>
    </message>
    <message>
        <source>Choisir ce jour</source>
        <translation>Choose this day</translation>
    </message>
    <message>
        <source>Plan d’accès, sur les invitations</source>
        <translation>Directions, on the invitations</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Abandonner les changements</source>
        <translation>Discard the changes</translation>
    </message>
    <message>
        <source>Revenir à avant l’enregistrement</source>
        <translation>Go back to before saving</translation>
    </message>
    <message>
        <source>Enregistré.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>Comme avant.</source>
        <translation>As before.</translation>
    </message>
    <message>
        <source>Trois mois après le dernier jour&#x202f;: %1.</source>
        <translation>Three months after the last day: %1.</translation>
    </message>
    <message>
        <source>Titre</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Lieu</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Organisé par</source>
        <translation>Organised by</translation>
    </message>
    <message>
        <source>Premier jour</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>Dernier jour</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Noms effacés à partir du</source>
        <translation>Names erased from</translation>
    </message>
    <message>
        <source>Adresse, transports, entrée à prendre, accès en fauteuil…</source>
        <translation>Address, transport, which entrance, wheelchair access…</translation>
    </message>
    <message>
        <source>L’édition</source>
        <translation>The edition</translation>
    </message>
    <message>
        <source>Contrôles</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>Écran de salle et habillage</source>
        <translation>Public screen and overlay</translation>
    </message>
</context>
<context>
    <name>ElementList</name>
    <message>
        <source>Éléments du badge</source>
        <translation>Badge elements</translation>
    </message>
    <message>
        <source>Ajouter…</source>
        <translation>Add…</translation>
    </message>
    <message>
        <source>Inser</source>
        <translation>Ins</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Suppr</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Monter</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Descendre</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Éléments, de haut en bas</source>
        <translation>Elements, from top to bottom</translation>
    </message>
    <message>
        <source>%1, pas dans cette catégorie</source>
        <translation>%1, not in this category</translation>
    </message>
    <message>
        <source>Votre texte</source>
        <translation>Your text</translation>
    </message>
</context>
<context>
    <name>EraseEditionDialog</name>
    <message>
        <source>Pour confirmer, écrivez «&#xa0;%1&#xa0;»</source>
        <translation>To confirm, type “%1”</translation>
    </message>
    <message>
        <source>Avant&#x202f;: ce qui ne pourra plus se faire avec les noms</source>
        <translation>Before: what can no longer be done with names</translation>
    </message>
    <message>
        <source>◆ jamais</source>
        <translation>◆ never</translation>
    </message>
    <message>
        <source>Écrire…</source>
        <translation>Write…</translation>
    </message>
    <message>
        <source>Écrire d’abord «&#xa0;%1&#xa0;»</source>
        <translation>First write “%1”</translation>
    </message>
</context>
<context>
    <name>ErasePersonDialog</name>
    <message>
        <source>Ici et sur tous les postes&#x202f;; cela ne s’annule pas. Retirez-la aussi du fichier des inscriptions&#x202f;: un nouvel import la remettrait.</source>
        <translation>Here and on every station; this cannot be undone. Remove them from the registration file too: a new import would bring them back.</translation>
    </message>
</context>
<context>
    <name>Erasure</name>
    <message>
        <source>noms, prénoms, fonctions, adresses, téléphones, notes</source>
        <translation>names, first names, positions, addresses, phones, notes</translation>
    </message>
    <message>
        <source>codes de billets et leur clé, code superviseur</source>
        <translation>ticket codes and their key, supervisor code</translation>
    </message>
    <message>
        <source>images de badges, noms à l’antenne, noms des opérateurs</source>
        <translation>badge pictures, names on air, operators’ names</translation>
    </message>
    <message>
        <source>palmarès scellé, copies automatiques de l’édition</source>
        <translation>sealed awards list, automatic copies of the edition</translation>
    </message>
    <message>
        <source>les labels annoncés et les collectivités</source>
        <translation>the announced labels and the authorities</translation>
    </message>
    <message>
        <source>tous les chiffres&#x202f;: le rapport se refait à l’identique, sans nom</source>
        <translation>all the figures: the report comes out the same, without names</translation>
    </message>
    <message>
        <source>les passages sans nom&#x202f;: heure, contrôle, catégorie, collectivité</source>
        <translation>scans without names: time, checkpoint, category, authority</translation>
    </message>
    <message>
        <source>nom, prénom, fonction, adresse, téléphone, note</source>
        <translation>name, first name, position, address, phone, note</translation>
    </message>
    <message>
        <source>code du billet, image du badge, fiches réunies avec celle-ci</source>
        <translation>ticket code, badge picture, records merged with this one</translation>
    </message>
    <message>
        <source>ce qui la nomme ailleurs&#x202f;: habillages, listes d’intervenant·es</source>
        <translation>what else names them: overlays, lists of speakers</translation>
    </message>
    <message>
        <source>ses passages, sans nom&#x202f;: les chiffres ne changent pas</source>
        <translation>their scans, without a name: the figures stay the same</translation>
    </message>
    <message>
        <source>le nom de sa collectivité</source>
        <translation>the name of their authority</translation>
    </message>
    <message>
        <source>Preuve&#x202f;: %1</source>
        <translation>Proof: %1</translation>
    </message>
    <message>
        <source>Pas encore confirmé par&#x202f;: %1. Ces postes effaceront à leur prochaine liaison.</source>
        <translation>Not yet confirmed by: %1. These stations will erase when they next connect.</translation>
    </message>
    <message>
        <source>Des fichiers avec des noms ont quitté VI Events&#x202f;: la preuve les liste, détruisez-les.</source>
        <translation>Files with names have left VI Events: the proof lists them, destroy them.</translation>
    </message>
    <message>
        <source>Effacer les données personnelles de l’édition</source>
        <translation>Erase the edition’s personal data</translation>
    </message>
    <message>
        <source>Effacer une personne</source>
        <translation>Erase a person</translation>
    </message>
    <message>
        <source>Ce qui part</source>
        <translation>What goes</translation>
    </message>
    <message>
        <source>Ce qui reste</source>
        <translation>What stays</translation>
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
    <name>FileImportDialog</name>
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
        <source>Refusées</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Lignes</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>Remarque</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Remarques</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>Tout ou rien&#x202f;: je corrige d’abord le fichier</source>
        <translation>All or nothing: I correct the file first</translation>
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
        <source>Choisir un fichier…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>Choisissez le fichier à importer</source>
        <translation>Choose the file to import</translation>
    </message>
    <message>
        <source>Un tableau CSV ou Excel. Rien n’est écrit avant votre accord.</source>
        <translation>A CSV or Excel table. Nothing is written before you agree.</translation>
    </message>
    <message>
        <source>Autre fichier…</source>
        <translation>Another file…</translation>
    </message>
    <message>
        <source>Relire le fichier</source>
        <translation>Read the file again</translation>
    </message>
    <message>
        <source>Ctrl+Entrée</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Lecture du fichier…</source>
        <translation>Reading the file…</translation>
    </message>
    <message>
        <source>Rien n’est encore écrit.</source>
        <translation>Nothing is written yet.</translation>
    </message>
    <message>
        <source>Tableaux (*.csv *.xlsx *.xls *.txt);;Tous les fichiers (*)</source>
        <translation>Tables (*.csv *.xlsx *.xls *.txt);;All files (*)</translation>
    </message>
    <message>
        <source>Il manque une colonne</source>
        <translation>A column is missing</translation>
    </message>
    <message>
        <source>Dites ci-dessous dans quelle colonne elle se trouve&#x202f;: le fichier sera relu aussitôt.</source>
        <translation>Say below which column it is in: the file will be read again at once.</translation>
    </message>
    <message>
        <source>Rien n’est encore écrit. Fichier «&#xa0;%1&#xa0;»&#x202f;: </source>
        <translation>Nothing is written yet. File “%1”: </translation>
    </message>
    <message>
        <source>Laisser %1 ligne de côté, importer le reste</source>
        <translation>Leave %1 row out, import the rest</translation>
    </message>
    <message>
        <source>Laisser %1 lignes de côté, importer le reste</source>
        <translation>Leave %1 rows out, import the rest</translation>
    </message>
    <message>
        <source>Colonnes</source>
        <translation>Columns</translation>
    </message>
</context>
<context>
    <name>FinishDialog</name>
    <message>
        <source>Terminer le spectacle</source>
        <translation>End the show</translation>
    </message>
    <message>
        <source>L’écran de salle se vide, et ce poste oublie la clé du palmarès.</source>
        <translation>The public screen clears, and this station forgets the key to the awards list.</translation>
    </message>
    <message>
        <source>Terminer</source>
        <translation>Finish</translation>
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
    <name>Gesture</name>
    <message>
        <source>%1 fiche corrigée.</source>
        <translation>%1 record corrected.</translation>
    </message>
    <message>
        <source>%1 fiches corrigées.</source>
        <translation>%1 records corrected.</translation>
    </message>
    <message>
        <source>Correction des fiches…</source>
        <translation>Correcting the records…</translation>
    </message>
</context>
<context>
    <name>GestureBand</name>
    <message>
        <source>Annuler ce geste</source>
        <translation>Undo this action</translation>
    </message>
    <message>
        <source>%1 personne n’est plus sur la liste&#x202f;: rien n’a été noté pour elle.</source>
        <translation>%1 person is no longer on the list: nothing was recorded for them.</translation>
    </message>
    <message>
        <source>%1 personnes ne sont plus sur la liste&#x202f;: rien n’a été noté pour elles.</source>
        <translation>%1 people are no longer on the list: nothing was recorded for them.</translation>
    </message>
    <message>
        <source>Annulé pour %1 personne.</source>
        <translation>Undone for %1 person.</translation>
    </message>
    <message>
        <source>Annulé pour %1 personnes.</source>
        <translation>Undone for %1 people.</translation>
    </message>
    <message>
        <source>Annulation…</source>
        <translation>Undoing…</translation>
    </message>
</context>
<context>
    <name>GiveProxyDialog</name>
    <message>
        <source>Donner un pouvoir</source>
        <translation>Give a proxy</translation>
    </message>
    <message>
        <source>Donner le pouvoir</source>
        <translation>Give the proxy</translation>
    </message>
    <message>
        <source>sera représentée par une personne présente dans la salle&#x202f;:</source>
        <translation>will be represented by someone who is in the room:</translation>
    </message>
    <message>
        <source>Nom, commune, fonction…</source>
        <translation>Name, town, position…</translation>
    </message>
    <message>
        <source>Qui représente</source>
        <translation>Who represents</translation>
    </message>
    <message>
        <source>Signé par, facultatif</source>
        <translation>Signed by, optional</translation>
    </message>
    <message>
        <source>Personne, dans la salle, ne correspond&#x202f;: seul qui est entré peut représenter.</source>
        <translation>Nobody in the room matches: only people who are in can represent.</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>Confier l’hébergement</source>
        <translation>Hand over hosting</translation>
    </message>
    <message>
        <source>Confier</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>À quel poste</source>
        <translation>To station</translation>
    </message>
    <message>
        <source>Ce poste lui donne tout ce qu’il faut pour héberger, puis chaque poste passe chez lui, en quelques secondes. Personne ne cesse de travailler. Si cela ne réussit pas, l’hébergement reste ici.</source>
        <translation>This station gives it all it needs to host, then every station moves over to it within seconds. Nobody stops working. If this fails, hosting stays here.</translation>
    </message>
    <message>
        <source>Aucun autre poste n’est en liaison.</source>
        <translation>No other station is connected.</translation>
    </message>
    <message>
        <source>Invitez-en un, ou attendez qu’il revienne.</source>
        <translation>Invite one, or wait for it to come back.</translation>
    </message>
    <message>
        <source>«&#xa0;%1&#xa0;» prend l’hébergement…</source>
        <translation>“%1” is taking over hosting…</translation>
    </message>
    <message>
        <source>Au plus une minute et demie.</source>
        <translation>A minute and a half at most.</translation>
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
        <source>badge demandé</source>
        <translation>badge requested</translation>
    </message>
    <message>
        <source>badge de l’autre fiche</source>
        <translation>badge from the other record</translation>
    </message>
    <message>
        <source>badge envoyé à l’imprimante</source>
        <translation>badge sent to the printer</translation>
    </message>
    <message>
        <source>badges en double vérifiés</source>
        <translation>double badges checked</translation>
    </message>
    <message>
        <source>badge remis</source>
        <translation>badge handed over</translation>
    </message>
    <message>
        <source>invitation écrite</source>
        <translation>invitation written</translation>
    </message>
    <message>
        <source>double entrée vérifiée</source>
        <translation>double entry checked</translation>
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
        <source>impression du badge annulée</source>
        <translation>badge printing cancelled</translation>
    </message>
    <message>
        <source>badge passé à une autre imprimante</source>
        <translation>badge moved to another printer</translation>
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
    <name>HoldButton</name>
    <message>
        <source>À maintenir %1&#xa0;s, avec la souris, Espace ou Entrée.</source>
        <translation>Hold for %1 s, with the mouse, Space or Enter.</translation>
    </message>
    <message>
        <source>maintenir %1&#xa0;s</source>
        <translation>hold %1 s</translation>
    </message>
</context>
<context>
    <name>HostingPart</name>
    <message>
        <source>Ce poste héberge</source>
        <translation>This station hosts</translation>
    </message>
    <message>
        <source>Inviter un poste…</source>
        <translation>Invite a station…</translation>
    </message>
    <message>
        <source>Confier l’hébergement…</source>
        <translation>Hand over hosting…</translation>
    </message>
    <message>
        <source>Exclure le poste choisi…</source>
        <translation>Exclude chosen station…</translation>
    </message>
    <message>
        <source>Renouveler le certificat…</source>
        <translation>Renew the certificate…</translation>
    </message>
    <message>
        <source>Arrêter d’héberger…</source>
        <translation>Stop hosting…</translation>
    </message>
    <message>
        <source>Adresse de cet hôte, à donner si un lien ne suffit pas.</source>
        <translation>Address of this host, to give if a link is not enough.</translation>
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
    <name>Imports</name>
    <message>
        <source>en cours</source>
        <translation>in progress</translation>
    </message>
    <message>
        <source>fait</source>
        <translation>done</translation>
    </message>
    <message>
        <source>annulé</source>
        <translation>undone</translation>
    </message>
</context>
<context>
    <name>ImportsDialog</name>
    <message>
        <source>Imports de cette édition</source>
        <translation>Imports of this edition</translation>
    </message>
    <message>
        <source>Quand</source>
        <translation>When</translation>
    </message>
    <message>
        <source>État</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Ajouts</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>Mises à jour</source>
        <translation>Updated</translation>
    </message>
    <message>
        <source>Fichier</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Annuler ce lot…</source>
        <translation>Undo this batch…</translation>
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
        <source>Annuler l’import de «&#xa0;%1&#xa0;»&#x202f;?</source>
        <translation>Undo the import of “%1”?</translation>
    </message>
    <message>
        <source>Les personnes qu’il a ajoutées quittent la liste, les fiches qu’il a changées redeviennent comme avant. Qui est déjà entré, a son badge ou fut corrigé à la main reste.</source>
        <translation>The people it added leave the list, and the records it changed go back to what they were. Anyone already in, with a badge or corrected by hand stays.</translation>
    </message>
    <message>
        <source>Annuler ce lot</source>
        <translation>Undo this batch</translation>
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
        <source>Annulation…</source>
        <translation>Undoing…</translation>
    </message>
    <message>
        <source>Aucun import dans cette édition.</source>
        <translation>No import in this edition.</translation>
    </message>
</context>
<context>
    <name>Invitations</name>
    <message>
        <source>pas encore écrite</source>
        <translation>not written yet</translation>
    </message>
    <message>
        <source>code changé depuis (écrite %1)</source>
        <translation>code changed since (written %1)</translation>
    </message>
    <message>
        <source>écrite %1</source>
        <translation>written %1</translation>
    </message>
</context>
<context>
    <name>InvitationsModel</name>
    <message>
        <source>Nom</source>
        <translation>Last name</translation>
    </message>
    <message>
        <source>Prénom</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Collectivité</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>Catégorie</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Invitation</translation>
    </message>
</context>
<context>
    <name>InvitationsPage</name>
    <message>
        <source>Écrire celles qui manquent…</source>
        <translation>Write the missing ones…</translation>
    </message>
    <message>
        <source>Écrire pour tout le monde…</source>
        <translation>Write for everyone…</translation>
    </message>
    <message>
        <source>Écrire pour la sélection…</source>
        <translation>Write for the selection…</translation>
    </message>
    <message>
        <source>Nouveau code…</source>
        <translation>New code…</translation>
    </message>
    <message>
        <source>Plan d’accès…</source>
        <translation>Directions…</translation>
    </message>
    <message>
        <source>Chercher un nom, une collectivité</source>
        <translation>Search for a name, an authority</translation>
    </message>
    <message>
        <source>Donner un nouveau code à %1 personne&#x202f;?</source>
        <translation>Give %1 person a new code?</translation>
    </message>
    <message>
        <source>Donner un nouveau code à %1 personnes&#x202f;?</source>
        <translation>Give %1 people a new code?</translation>
    </message>
    <message>
        <source>L’ancien ne fera plus entrer&#x202f;: l’accueil dira «&#x202f;Billet désactivé&#x202f;».</source>
        <translation>The old one will be refused: reception will say “Ticket deactivated”.</translation>
    </message>
    <message>
        <source>L’invitation sera à écrire et à envoyer de nouveau.</source>
        <translation>The invitation must be written and sent again.</translation>
    </message>
    <message>
        <source>Donner un nouveau code</source>
        <translation>Give a new code</translation>
    </message>
    <message>
        <source>%1 code remplacé&#x202f;: l’invitation est à écrire de nouveau.</source>
        <translation>%1 code replaced: the invitation must be written again.</translation>
    </message>
    <message>
        <source>%1 codes remplacés&#x202f;: les invitations sont à écrire de nouveau.</source>
        <translation>%1 codes replaced: the invitations must be written again.</translation>
    </message>
    <message>
        <source>Remplacement des codes…</source>
        <translation>Replacing the codes…</translation>
    </message>
    <message>
        <source>à écrire et envoyer de nouveau</source>
        <translation>to be written and sent again</translation>
    </message>
    <message>
        <source>à jour</source>
        <translation>up to date</translation>
    </message>
    <message>
        <source>écrites, avec le bon code</source>
        <translation>written, right code</translation>
    </message>
    <message>
        <source>sans invitation</source>
        <translation>no invitation</translation>
    </message>
    <message>
        <source>jamais écrite</source>
        <translation>never written</translation>
    </message>
    <message>
        <source>code changé depuis</source>
        <translation>code changed since</translation>
    </message>
    <message>
        <source>sans code</source>
        <translation>no code</translation>
    </message>
    <message>
        <source>ni invitation ni billet</source>
        <translation>no invitation or ticket</translation>
    </message>
    <message>
        <source>%1 personne</source>
        <translation>%1 person</translation>
    </message>
    <message>
        <source>%1 personnes</source>
        <translation>%1 people</translation>
    </message>
    <message>
        <source>%1 sur %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Personne n’a encore de billet&#x202f;: importez d’abord la liste des participant·es.</source>
        <translation>Nobody has a ticket yet: import the list of participants first.</translation>
    </message>
    <message>
        <source>Personne ne répond à ces filtres.</source>
        <translation>Nobody matches these filters.</translation>
    </message>
    <message>
        <source>◆ L’invitation ne dit pas encore comment venir&#x202f;: écrivez le plan d’accès de l’édition.</source>
        <translation>◆ The invitation does not say how to get there yet: write the edition’s directions.</translation>
    </message>
    <message>
        <source>Toutes</source>
        <translation>All</translation>
    </message>
    <message>
        <source>À écrire</source>
        <translation>To write</translation>
    </message>
    <message>
        <source>Jamais écrites</source>
        <translation>Never written</translation>
    </message>
    <message>
        <source>Code changé depuis</source>
        <translation>Code changed since</translation>
    </message>
    <message>
        <source>À jour</source>
        <translation>Up to date</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>Invitations</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>Inviter un poste</source>
        <translation>Invite a station</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Code QR du lien</source>
        <translation>Link QR code</translation>
    </message>
    <message>
        <source>Lien</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Copier le lien</source>
        <translation>Copy the link</translation>
    </message>
    <message>
        <source>Choisissez d’abord le rôle du poste à inviter.</source>
        <translation>First choose the role of the station to invite.</translation>
    </message>
    <message>
        <source>«&#xa0;%1&#xa0;» a rejoint ce poste&#x202f;: le lien a servi.</source>
        <translation>“%1” joined this station: the link is used.</translation>
    </message>
    <message>
        <source>Pour un autre poste, choisissez de nouveau un rôle.</source>
        <translation>For another station, choose a role again.</translation>
    </message>
    <message>
        <source>Choisissez de nouveau un rôle pour en avoir un autre.</source>
        <translation>Choose a role again to get a new one.</translation>
    </message>
    <message>
        <source>Ce lien a plus de dix minutes&#x202f;: il ne sert plus.</source>
        <translation>This link is over ten minutes old: it is void.</translation>
    </message>
    <message>
        <source>Ce lien fait entrer un seul poste, comme «&#xa0;%1&#xa0;». Il reste valable encore&#x202f;:</source>
        <translation>This link lets in one station only, as “%1”. It is still valid for:</translation>
    </message>
    <message>
        <source>Lien copié</source>
        <translation>Link copied</translation>
    </message>
    <message>
        <source>Sur l’autre poste&#x202f;: menu, «&#xa0;Postes…&#xa0;», «&#xa0;Rejoindre un hôte…&#xa0;». Sa caméra lit ce code&#x202f;; sinon, envoyez-lui le lien.</source>
        <translation>On the other station: menu, “Stations…”, “Join a host…”. Its camera reads this code; if not, send it the link.</translation>
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
    <name>JobPanel</name>
    <message>
        <source>Pas de badge</source>
        <translation>No badge</translation>
    </message>
    <message>
        <source>Oui, sorti</source>
        <translation>Yes, it came out</translation>
    </message>
    <message>
        <source>Non</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Réimprimer</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Suppr</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>À %1, %2</source>
        <translation>At %1, %2</translation>
    </message>
    <message>
        <source>Imprimé deux fois peut-être&#x202f;: n’en gardez qu’un.</source>
        <translation>Perhaps printed twice: keep only one.</translation>
    </message>
    <message>
        <source>Le badge est-il sorti&#x202f;?</source>
        <translation>Did the badge come out?</translation>
    </message>
    <message>
        <source>Vu</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Imprimer ailleurs</source>
        <translation>Print elsewhere</translation>
    </message>
</context>
<context>
    <name>JobTable</name>
    <message>
        <source>Filtrer par nom ou collectivité</source>
        <translation>Filter by name or authority</translation>
    </message>
    <message>
        <source>Tous les badges</source>
        <translation>All badges</translation>
    </message>
    <message>
        <source>À vérifier</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>En attente</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Imprimés</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>Annulés ou passés</source>
        <translation>Cancelled or moved</translation>
    </message>
    <message>
        <source>Quels badges</source>
        <translation>Which badges</translation>
    </message>
    <message>
        <source>Heure</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>État</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Personne</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Pourquoi</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Imprimante</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Aucun badge ne correspond.</source>
        <translation>No badge matches.</translation>
    </message>
    <message>
        <source>Aucun badge demandé pour l’instant. Le premier partira à la première entrée.</source>
        <translation>No badge requested yet. The first will go at the first entry.</translation>
    </message>
    <message>
        <source>%1 à vérifier</source>
        <translation>%1 to check</translation>
    </message>
    <message>
        <source>%1 en attente</source>
        <translation>%1 waiting</translation>
    </message>
    <message>
        <source>%1 imprimé</source>
        <translation>%1 printed</translation>
    </message>
    <message>
        <source>%1 imprimés</source>
        <translation>%1 printed</translation>
    </message>
    <message>
        <source>Badges demandés</source>
        <translation>Badges requested</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Rejoindre un hôte</source>
        <translation>Join a host</translation>
    </message>
    <message>
        <source>Rejoindre</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>Lien donné par le poste qui héberge</source>
        <translation>Link given by the hosting station</translation>
    </message>
    <message>
        <source>Nom de ce poste</source>
        <translation>Station name</translation>
    </message>
    <message>
        <source>Adresse de l’hôte, facultative</source>
        <translation>Host address, optional</translation>
    </message>
    <message>
        <source>Coller</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Lire le code QR avec la caméra</source>
        <translation>Read the QR code with the camera</translation>
    </message>
    <message>
        <source>Lien lu.</source>
        <translation>Link read.</translation>
    </message>
    <message>
        <source>Ce qui vient d’être lu n’est pas un lien, ou la douchette l’a brouillé.</source>
        <translation>What was just read is not a link, or the scanner garbled it.</translation>
    </message>
    <message>
        <source>Copiez le lien sur l’hôte et collez-le ici.</source>
        <translation>Copy the link on the host and paste it here.</translation>
    </message>
    <message>
        <source>De 1 à 40 lettres, chiffres, espaces ou tirets.</source>
        <translation>From 1 to 40 letters, digits, spaces or hyphens.</translation>
    </message>
    <message>
        <source>Abandon en cours…</source>
        <translation>Cancelling…</translation>
    </message>
    <message>
        <source>Connexion à l’hôte…</source>
        <translation>Connecting to host…</translation>
    </message>
    <message>
        <source>Le journal de l’édition arrive&#x202f;: %1</source>
        <translation>The edition’s log is coming in: %1</translation>
    </message>
    <message>
        <source>Rejoindre sous le nom «&#xa0;%1&#xa0;»</source>
        <translation>Join under the name “%1”</translation>
    </message>
    <message>
        <source>Fermer la caméra</source>
        <translation>Close the camera</translation>
    </message>
    <message>
        <source>Il signe chaque passage et ne change plus ensuite.</source>
        <translation>It signs every scan and cannot change later.</translation>
    </message>
    <message>
        <source>Si l’hôte ne répond pas à celle du lien.</source>
        <translation>If the host does not answer at the link’s.</translation>
    </message>
</context>
<context>
    <name>JoinedPart</name>
    <message>
        <source>Ce poste a rejoint un hôte</source>
        <translation>This station joined a host</translation>
    </message>
    <message>
        <source>Héberger ici à sa place…</source>
        <translation>Host here instead…</translation>
    </message>
    <message>
        <source>Rejoindre par un nouveau lien…</source>
        <translation>Join by a new link…</translation>
    </message>
    <message>
        <source>Quitter ce réseau…</source>
        <translation>Leave this network…</translation>
    </message>
    <message>
        <source>Adresse de l’hôte.</source>
        <translation>Host address.</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Touches de la régie webtv</source>
        <translation>Webtv desk keys</translation>
    </message>
    <message>
        <source>12 Entrée</source>
        <translation>12 Enter</translation>
    </message>
    <message>
        <source>Met à l’antenne le nom n° 12</source>
        <translation>Puts name no. 12 on air</translation>
    </message>
    <message>
        <source>1 + 2 Entrée</source>
        <translation>1 + 2 Enter</translation>
    </message>
    <message>
        <source>Met deux voix à l’antenne</source>
        <translation>Puts two voices on air</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>Propose deux voix&#x202f;; Entrée les prend</source>
        <translation>Offers two voices; Enter takes them</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>Texte libre</source>
        <translation>Free text</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Ajoute une personne à la liste</source>
        <translation>Adds a person to the list</translation>
    </message>
    <message>
        <source>Suppr</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Ôte le nom à l’antenne</source>
        <translation>Takes the name off air</translation>
    </message>
    <message>
        <source>/</source>
        <translation>/</translation>
    </message>
    <message>
        <source>Cherche un nom, comme toute majuscule&#x202f;; Entrée prend le premier</source>
        <translation>Searches for a name, as does any capital; Enter takes the first</translation>
    </message>
    <message>
        <source>Échap ×2</source>
        <translation>Esc ×2</translation>
    </message>
    <message>
        <source>Retire tout de l’image, même depuis un champ ou une fenêtre</source>
        <translation>Takes everything off the picture, even from a field or a window</translation>
    </message>
    <message>
        <source>T</source>
        <translation>T</translation>
    </message>
    <message>
        <source>Prend le label qui est prêt (mode Préparer)</source>
        <translation>Takes the label that is ready (Prepare mode)</translation>
    </message>
    <message>
        <source>Préparer&#x202f;: chaque label se charge, vous le prenez</source>
        <translation>Prepare: each label loads, you take it</translation>
    </message>
    <message>
        <source>Manuel&#x202f;: rien ne vient de la scène</source>
        <translation>Manual: nothing from the stage</translation>
    </message>
    <message>
        <source>Suivre la scène</source>
        <translation>Follow the stage</translation>
    </message>
    <message>
        <source>Image d’attente, ou la retire</source>
        <translation>Holding slide, or takes it off</translation>
    </message>
    <message>
        <source>Bandeau, ou le retire</source>
        <translation>Ticker, or takes it off</translation>
    </message>
    <message>
        <source>Logo « en direct », ou le retire</source>
        <translation>“Live” logo, or takes it off</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>Pose un repère</source>
        <translation>Sets a marker</translation>
    </message>
    <message>
        <source>Diffusion et enregistrement</source>
        <translation>Streaming and recording</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Dans un champ, seules Entrée, les touches F et Échap ×2 agissent.</source>
        <translation>In a field, only Enter, the F keys and Esc ×2 work.</translation>
    </message>
</context>
<context>
    <name>KeyTest</name>
    <message>
        <source>Essai des touches et de la télécommande</source>
        <translation>Test of the keys and the remote</translation>
    </message>
    <message>
        <source>Appuyez&#x202f;: rien ne se passe sur scène. Échap deux fois de suite pour fermer.</source>
        <translation>Press: nothing happens on stage. Esc twice in a row to close.</translation>
    </message>
    <message>
        <source>Touches reçues</source>
        <translation>Keys received</translation>
    </message>
    <message>
        <source>TOP écarté&#x202f;: %1</source>
        <translation>GO discarded: %1</translation>
    </message>
    <message>
        <source>TOP</source>
        <translation>GO</translation>
    </message>
    <message>
        <source>rien (touche tenue)</source>
        <translation>nothing (key held)</translation>
    </message>
    <message>
        <source>Retour à l’étape d’avant</source>
        <translation>Back to the previous item</translation>
    </message>
    <message>
        <source>Pause, ou reprise</source>
        <translation>Hold, or resume</translation>
    </message>
    <message>
        <source>Prépare le palier</source>
        <translation>Puts the gate on standby</translation>
    </message>
    <message>
        <source>Choisit une autre étape</source>
        <translation>Chooses another item</translation>
    </message>
    <message>
        <source>Noir, ou fin du noir</source>
        <translation>Black, or end of black</translation>
    </message>
    <message>
        <source>Changement tardif</source>
        <translation>Late change</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>rien (efface seulement l’étape choisie)</source>
        <translation>nothing (only clears the chosen item)</translation>
    </message>
    <message>
        <source>rien&#x202f;: ignoré sur scène</source>
        <translation>nothing: ignored on stage</translation>
    </message>
    <message>
        <source>rien</source>
        <translation>nothing</translation>
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
        <source>Votre badge vous attend à l’accueil, boîte %1.</source>
        <translation>Your badge is waiting for you at reception, box %1.</translation>
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
        <source>Votre badge vous sera remis à l’accueil.</source>
        <translation>Your badge will be handed to you at reception.</translation>
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
    <name>LateChanges</name>
    <message>
        <source>Intervention</source>
        <translation>Speech</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Break</translation>
    </message>
    <message>
        <source>Vidéo</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Appliquer</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>Ctrl+Entrée</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Voir la différence</source>
        <translation>See the difference</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
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
        <source>Rien ne change.</source>
        <translation>Nothing changes.</translation>
    </message>
    <message>
        <source>● C’est fait.</source>
        <translation>● Done.</translation>
    </message>
    <message>
        <source>• L’annonce est retirée, le motif reste au journal.
• L’écran de salle se vide.</source>
        <translation>• The announcement is withdrawn, the reason stays in the log.
• The public screen clears.</translation>
    </message>
    <message>
        <source>Écrivez le numéro d’une étape à venir, ou assez de son nom.</source>
        <translation>Write the number of an item to come, or enough of its name.</translation>
    </message>
    <message>
        <source>Remplissez le dernier champ&#x202f;: %1.</source>
        <translation>Fill in the last field: %1.</translation>
    </message>
    <message>
        <source>La durée ne se lit pas&#x202f;: écrivez 2:00 ou 2 min.</source>
        <translation>The duration cannot be read: write 2:00 or 2 min.</translation>
    </message>
    <message>
        <source>L’étape d’après n’est pas trouvée&#x202f;: écrivez son numéro.</source>
        <translation>The item after it was not found: write its number.</translation>
    </message>
    <message>
        <source>Qui monte sur scène</source>
        <translation>Who comes on stage</translation>
    </message>
    <message>
        <source>Titre</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Motif, gardé au journal</source>
        <translation>Reason, kept in the log</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Maire absent ou en retard&#x202f;: reporter l’étape</source>
        <translation>Mayor absent or late: postpone the item</translation>
    </message>
    <message>
        <source>Rappeler une étape reportée</source>
        <translation>Bring back a postponed item</translation>
    </message>
    <message>
        <source>Une autre personne monte sur scène</source>
        <translation>Someone else comes on stage</translation>
    </message>
    <message>
        <source>Corriger un label</source>
        <translation>Correct a label</translation>
    </message>
    <message>
        <source>Insérer une étape</source>
        <translation>Insert an item</translation>
    </message>
    <message>
        <source>Déplacer une étape</source>
        <translation>Move an item</translation>
    </message>
    <message>
        <source>Retirer une annonce</source>
        <translation>Withdraw an announcement</translation>
    </message>
    <message>
        <source>Annonce</source>
        <translation>Announcement</translation>
    </message>
    <message>
        <source>Étape</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Quoi</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Label exact</source>
        <translation>Exact label</translation>
    </message>
    <message>
        <source>Durée</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Avant l’étape</source>
        <translation>Before item</translation>
    </message>
    <message>
        <source>Changement</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>numéro ou nom</source>
        <translation>number or name</translation>
    </message>
    <message>
        <source>numéro ou nom&#x202f;; vide&#x202f;: la prochaine</source>
        <translation>number or name; empty: the next one</translation>
    </message>
    <message>
        <source>Changement tardif</source>
        <translation>Late change</translation>
    </message>
</context>
<context>
    <name>LayoutText</name>
    <message>
        <source>Modèle de badge en TOML</source>
        <translation>Badge template in TOML</translation>
    </message>
    <message>
        <source>Un changement par le formulaire récrit ce texte sans ses commentaires (lignes qui commencent par #).</source>
        <translation>A change made in the form rewrites this text without its comments (lines starting with #).</translation>
    </message>
</context>
<context>
    <name>MakingDialog</name>
    <message>
        <source>Générer le conducteur</source>
        <translation>Generate the running order</translation>
    </message>
    <message>
        <source>Générer</source>
        <translation>Generate</translation>
    </message>
    <message>
        <source>De 1 à 5 arobases, puis par type</source>
        <translation>From 1 to 5 @, then by type</translation>
    </message>
    <message>
        <source>Par type, puis de 1 à 5 arobases</source>
        <translation>By type, then from 1 to 5 @</translation>
    </message>
    <message>
        <source>Par région, puis de 1 à 5 arobases</source>
        <translation>By region, then from 1 to 5 @</translation>
    </message>
    <message>
        <source>De 1 à 5 arobases, puis par région</source>
        <translation>From 1 to 5 @, then by region</translation>
    </message>
    <message>
        <source>Par ordre alphabétique</source>
        <translation>In alphabetical order</translation>
    </message>
    <message>
        <source>Aucun&#x202f;: chacune sa remise</source>
        <translation>None: one award each</translation>
    </message>
    <message>
        <source>Jusqu’à %1</source>
        <translation>Up to %1</translation>
    </message>
    <message>
        <source>Aucune</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Une par premier critère</source>
        <translation>One per first criterion</translation>
    </message>
    <message>
        <source>Une par couple de critères</source>
        <translation>One per pair of criteria</translation>
    </message>
    <message>
        <source>Toutes à la fin</source>
        <translation>All at the end</translation>
    </message>
    <message>
        <source>Chacune après ses lauréats</source>
        <translation>Each after its winners</translation>
    </message>
    <message>
        <source>0:40 ou 40 s</source>
        <translation>0:40 or 40 s</translation>
    </message>
    <message>
        <source>14:30 ou 14 h 30</source>
        <translation>14:30 or 14 h 30</translation>
    </message>
    <message>
        <source>Ordre</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>Réunir en appels</source>
        <translation>Group into roll calls</translation>
    </message>
    <message>
        <source>Collectivités par appel, au plus</source>
        <translation>Authorities per roll call, at most</translation>
    </message>
    <message>
        <source>Mentions spéciales</source>
        <translation>Special mentions</translation>
    </message>
    <message>
        <source>Durée d’une mention</source>
        <translation>Duration of a mention</translation>
    </message>
    <message>
        <source>Durée d’une remise</source>
        <translation>Duration of an award</translation>
    </message>
    <message>
        <source>Un nom dans un appel</source>
        <translation>One name in a roll call</translation>
    </message>
    <message>
        <source>Photo d’un appel</source>
        <translation>Photo of a roll call</translation>
    </message>
    <message>
        <source>Début</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Fin</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Les interventions, pauses et notes déjà au conducteur y restent. Rien n’est enregistré&#x202f;: vous verrez la différence, et Ctrl+Z revient en arrière.</source>
        <translation>The speeches, breaks and notes already in the running order stay there. Nothing is saved: you will see the difference, and Ctrl+Z goes back.</translation>
    </message>
</context>
<context>
    <name>Markers</name>
    <message>
        <source>Repères (chapitres)</source>
        <translation>Markers (chapters)</translation>
    </message>
    <message>
        <source>Chaque label révélé sera un chapitre&#x202f;; M marque un autre moment.</source>
        <translation>Each revealed label will be a chapter; M marks another moment.</translation>
    </message>
    <message>
        <source>Repère</source>
        <translation>Marker</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>Exporter…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Texte (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Enregistrer les chapitres</source>
        <translation>Save the chapters</translation>
    </message>
</context>
<context>
    <name>MemberList</name>
    <message>
        <source>Adhérents</source>
        <translation>Members</translation>
    </message>
</context>
<context>
    <name>Members</name>
    <message>
        <source>Présente, %1 personne</source>
        <translation>Present, %1 person</translation>
    </message>
    <message>
        <source>Présente, %1 personnes</source>
        <translation>Present, %1 people</translation>
    </message>
    <message>
        <source>Représentée</source>
        <translation>Represented</translation>
    </message>
    <message>
        <source>Absente</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>par %1</source>
        <translation>by %1</translation>
    </message>
    <message>
        <source>pouvoir à %1, qui n’est pas dans la salle</source>
        <translation>proxy to %1, who is not in the room</translation>
    </message>
    <message>
        <source>pouvoir à %1 tombé&#x202f;: venue elle-même</source>
        <translation>proxy to %1 lapsed: came in person</translation>
    </message>
    <message>
        <source>◆ second pouvoir, à %1&#x202f;: à retirer</source>
        <translation>◆ second proxy, to %1: to be withdrawn</translation>
    </message>
    <message>
        <source>◆ pouvoir de trop pour %1&#x202f;: à retirer</source>
        <translation>◆ one proxy too many for %1: to be withdrawn</translation>
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
    <name>Meter</name>
    <message>
        <source>silence depuis %1 s</source>
        <translation>silent for %1 s</translation>
    </message>
    <message>
        <source>muet dans OBS depuis %1 s</source>
        <translation>muted in OBS for %1 s</translation>
    </message>
    <message>
        <source>pas encore entendu</source>
        <translation>not heard yet</translation>
    </message>
    <message>
        <source>sature</source>
        <translation>clipping</translation>
    </message>
</context>
<context>
    <name>MomentsDialog</name>
    <message>
        <source>Scènes d’OBS</source>
        <translation>OBS scenes</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Changer de scène dans OBS selon le moment du spectacle</source>
        <translation>Change the scene in OBS with each moment of the show</translation>
    </message>
    <message>
        <source>En mode studio d’OBS&#x202f;: mettre la scène en prévisualisation, la transition est à vous (sinon, ne rien y faire)</source>
        <translation>In OBS studio mode: put the scene in preview, the transition is yours (otherwise, do nothing there)</translation>
    </message>
    <message>
        <source>Essayer</source>
        <translation>Try</translation>
    </message>
    <message>
        <source>Seulement en mode Suivre (F6), et une seule fois par moment&#x202f;: ce que vous faites ensuite reste. Une scène que vous prenez vous-même dans OBS tient %1&#xa0;secondes, quoi qu’il arrive. Si OBS ne suit pas, une phrase le dit, rien n’est retenté.</source>
        <translation>Only in Follow mode (F6), and only once per moment: what you do afterwards stays. A scene you take yourself in OBS holds for %1 seconds, whatever happens. If OBS does not follow, a sentence says so and nothing is retried.</translation>
    </message>
    <message>
        <source>OBS n’a pas %1&#x202f;: choisissez une autre scène.</source>
        <translation>OBS does not have %1: choose another scene.</translation>
    </message>
    <message>
        <source>OBS est sur cette scène.</source>
        <translation>OBS is on this scene.</translation>
    </message>
    <message>
        <source>OBS est en mode studio&#x202f;: la scène est en prévisualisation.</source>
        <translation>OBS is in studio mode: the scene is in preview.</translation>
    </message>
    <message>
        <source>Essayer, %1</source>
        <translation>Try, %1</translation>
    </message>
    <message>
        <source>Avant le spectacle</source>
        <translation>Before the show</translation>
    </message>
    <message>
        <source>Un label</source>
        <translation>A label</translation>
    </message>
    <message>
        <source>Appel groupé</source>
        <translation>Roll call</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Mention</translation>
    </message>
    <message>
        <source>Prise de parole</source>
        <translation>Speech</translation>
    </message>
    <message>
        <source>Débat</source>
        <translation>Debate</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signing</translation>
    </message>
    <message>
        <source>Vidéo</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Break</translation>
    </message>
    <message>
        <source>Fin du spectacle</source>
        <translation>End of the show</translation>
    </message>
    <message>
        <source>Ne rien faire</source>
        <translation>Do nothing</translation>
    </message>
    <message>
        <source>%1 (absente)</source>
        <translation>%1 (missing)</translation>
    </message>
    <message>
        <source>OBS change de scène…</source>
        <translation>OBS changing scene…</translation>
    </message>
    <message>
        <source>Quand même</source>
        <translation>Anyway</translation>
    </message>
</context>
<context>
    <name>NamesPage</name>
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
        <source>◆ Quelle collectivité est désignée&#x202f;?</source>
        <translation>◆ Which authority is meant?</translation>
    </message>
    <message>
        <source>Tous les noms sont ceux de la liste officielle.</source>
        <translation>All the names are those on the official list.</translation>
    </message>
    <message>
        <source>Noms compris autrement qu’écrits&#x202f;: vérifiez-les.</source>
        <translation>Names read differently from how they are written: check them.</translation>
    </message>
    <message>
        <source>Collectivité de la ligne %1</source>
        <translation>Authority of row %1</translation>
    </message>
    <message>
        <source>À choisir…</source>
        <translation>To choose…</translation>
    </message>
    <message>
        <source>Refusée&#x202f;: à corriger dans le fichier</source>
        <translation>Refused: to be corrected in the file</translation>
    </message>
    <message>
        <source>Garder tel quel, hors de la liste officielle</source>
        <translation>Keep as it is, off the official list</translation>
    </message>
</context>
<context>
    <name>NetworkMark</name>
    <message>
        <source>Seul</source>
        <translation>Alone</translation>
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
    <name>NewPassphraseDialog</name>
    <message>
        <source>Changer la phrase de passe</source>
        <translation>Change the passphrase</translation>
    </message>
    <message>
        <source>Sceller le palmarès</source>
        <translation>Seal the awards list</translation>
    </message>
    <message>
        <source>Changer</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Sceller</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>Phrase de passe d’aujourd’hui, ou clé de secours</source>
        <translation>Today’s passphrase, or recovery key</translation>
    </message>
    <message>
        <source>Nouvelle phrase de passe</source>
        <translation>New passphrase</translation>
    </message>
    <message>
        <source>La même, encore une fois</source>
        <translation>The same, once more</translation>
    </message>
    <message>
        <source>La clé de secours déjà imprimée reste bonne.</source>
        <translation>The recovery key already printed is still good.</translation>
    </message>
    <message>
        <source>Sans elle ni la clé de secours, personne ne peut plus lire le palmarès&#x202f;: ni vous, ni nous. Elle sera demandée à chaque ouverture.</source>
        <translation>Without it or the recovery key, nobody can read the awards list any more: neither you nor us. It will be asked for at each opening.</translation>
    </message>
    <message>
        <source>Les deux ne sont pas les mêmes.</source>
        <translation>The two are not the same.</translation>
    </message>
    <message>
        <source>Un instant… C’est lent exprès.</source>
        <translation>One moment… It is slow on purpose.</translation>
    </message>
</context>
<context>
    <name>ObsWizard</name>
    <message>
        <source>Préparer OBS</source>
        <translation>Set up OBS</translation>
    </message>
    <message>
        <source>Créer dans OBS</source>
        <translation>Create in OBS</translation>
    </message>
    <message>
        <source>Ce qui sera créé</source>
        <translation>What will be created</translation>
    </message>
    <message>
        <source>Seuls les éléments dont le nom commence par « VI » sont créés ou changés. Vos scènes, votre son et vos sorties restent tels quels.</source>
        <translation>Only the elements whose name starts with “VI” are created or changed. Your scenes, your sound and your outputs stay as they are.</translation>
    </message>
    <message>
        <source>OBS est prêt. Ajoutez la scène « %1 » par-dessus vos propres scènes&#x202f;: clic droit dans Sources, Scène.</source>
        <translation>OBS is ready. Add the scene “%1” on top of your own scenes: right-click in Sources, Add, Scene.</translation>
    </message>
    <message>
        <source>OBS ne répond pas encore&#x202f;: </source>
        <translation>OBS is not answering yet: </translation>
    </message>
    <message>
        <source>Voici ce qui manque. Rien n’est fait avant votre accord.</source>
        <translation>This is what is missing. Nothing is done until you agree.</translation>
    </message>
    <message>
        <source>OBS travaille…</source>
        <translation>OBS is working…</translation>
    </message>
</context>
<context>
    <name>Outputs</name>
    <message>
        <source>Écran de salle</source>
        <translation>Public screen</translation>
    </message>
    <message>
        <source>%1 disparu</source>
        <translation>%1 gone</translation>
    </message>
    <message>
        <source>%1 fermé</source>
        <translation>%1 closed</translation>
    </message>
    <message>
        <source>%1&#x202f;: image impossible</source>
        <translation>%1: no picture</translation>
    </message>
    <message>
        <source>Prompteur</source>
        <translation>Prompter</translation>
    </message>
    <message>
        <source>%1 en retard</source>
        <translation>%1 late</translation>
    </message>
</context>
<context>
    <name>OutputsDialog</name>
    <message>
        <source>Diffusion et enregistrement</source>
        <translation>Streaming and recording</translation>
    </message>
    <message>
        <source>Démarrer l’enregistrement</source>
        <translation>Start the recording</translation>
    </message>
    <message>
        <source>Arrêter l’enregistrement</source>
        <translation>Stop the recording</translation>
    </message>
    <message>
        <source>Démarrer la diffusion, en public</source>
        <translation>Start the stream, in public</translation>
    </message>
    <message>
        <source>L’arrêt de la diffusion est seul en bas à droite de la régie.</source>
        <translation>Stopping the stream has its own button, at the bottom right of the desk.</translation>
    </message>
    <message>
        <source>Enregistrement</source>
        <translation>Recording</translation>
    </message>
    <message>
        <source>Diffusion</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>OBS est absent&#x202f;: il ne peut recevoir d’ordre.</source>
        <translation>OBS is absent: it cannot take orders.</translation>
    </message>
    <message>
        <source>OBS diffuse et enregistre.</source>
        <translation>OBS is streaming and recording.</translation>
    </message>
    <message>
        <source>OBS diffuse, et n’enregistre pas.</source>
        <translation>OBS is streaming, and not recording.</translation>
    </message>
    <message>
        <source>OBS enregistre, et ne diffuse pas.</source>
        <translation>OBS is recording, and not streaming.</translation>
    </message>
    <message>
        <source>OBS ne diffuse pas et n’enregistre pas.</source>
        <translation>OBS is neither streaming nor recording.</translation>
    </message>
</context>
<context>
    <name>OverlayKinds</name>
    <message>
        <source>label</source>
        <translation>label</translation>
    </message>
    <message>
        <source>appel groupé</source>
        <translation>roll call</translation>
    </message>
    <message>
        <source>nom</source>
        <translation>name</translation>
    </message>
    <message>
        <source>deux voix</source>
        <translation>two voices</translation>
    </message>
    <message>
        <source>image d’attente</source>
        <translation>holding slide</translation>
    </message>
    <message>
        <source>bandeau</source>
        <translation>ticker</translation>
    </message>
    <message>
        <source>logo</source>
        <translation>logo</translation>
    </message>
</context>
<context>
    <name>OverlaysPanel</name>
    <message>
        <source>Autres habillages</source>
        <translation>Other overlays</translation>
    </message>
    <message>
        <source>Attente</source>
        <translation>Holding slide</translation>
    </message>
    <message>
        <source>Bandeau</source>
        <translation>Ticker</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Sorties</source>
        <translation>Outputs</translation>
    </message>
    <message>
        <source>À l’antenne&#x202f;: la même touche l’ôte.</source>
        <translation>On air: the same key takes it off.</translation>
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
    <name>PalmaresDesk</name>
    <message>
        <source>Le conducteur a changé entre-temps, dans une autre fenêtre.</source>
        <translation>The running order has changed in the meantime, in another window.</translation>
    </message>
    <message>
        <source>Annulez vos changements, puis refaites-les sur le nouveau.</source>
        <translation>Undo your changes, then make them again on the new one.</translation>
    </message>
</context>
<context>
    <name>PalmaresField</name>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Arobases</source>
        <translation>@</translation>
    </message>
    <message>
        <source>Arobases précédentes</source>
        <translation>Previous @</translation>
    </message>
    <message>
        <source>Première participation</source>
        <translation>First participation</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Mentions</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Mention</translation>
    </message>
    <message>
        <source>Distinctions</source>
        <translation>Distinctions</translation>
    </message>
    <message>
        <source>Qui reçoit le label</source>
        <translation>Who receives the label</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Forme courte</source>
        <translation>Short form</translation>
    </message>
    <message>
        <source>Prononciation</source>
        <translation>Pronunciation</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>Titre</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Personnes</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Durée</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Reportée</source>
        <translation>Postponed</translation>
    </message>
    <message>
        <source>En tout</source>
        <translation>In all</translation>
    </message>
</context>
<context>
    <name>PalmaresImportDialog</name>
    <message>
        <source>Importer le palmarès</source>
        <translation>Import the awards list</translation>
    </message>
    <message>
        <source>Importer</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Collectivité</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>Arobases</source>
        <translation>@</translation>
    </message>
    <message>
        <source>Avant</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Effet</source>
        <translation>Effect</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Mentions</translation>
    </message>
    <message>
        <source>Le palmarès comme il sera</source>
        <translation>The awards list as it will be</translation>
    </message>
    <message>
        <source>Aperçu</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Noms</source>
        <translation>Names</translation>
    </message>
    <message>
        <source>Totaux</source>
        <translation>Totals</translation>
    </message>
    <message>
        <source>Le palmarès a changé pendant cet import.</source>
        <translation>The awards list changed during this import.</translation>
    </message>
    <message>
        <source>Fermez cette fenêtre, puis importez de nouveau le fichier.</source>
        <translation>Close this window, then import the file again.</translation>
    </message>
    <message>
        <source>%1 label ajouté</source>
        <translation>%1 label added</translation>
    </message>
    <message>
        <source>%1 labels ajoutés</source>
        <translation>%1 labels added</translation>
    </message>
    <message>
        <source>%1 mis à jour</source>
        <translation>%1 updated</translation>
    </message>
    <message>
        <source>Palmarès importé&#x202f;: %1, %2.</source>
        <translation>Awards list imported: %1, %2.</translation>
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
        <source>%1 inchangé</source>
        <translation>%1 unchanged</translation>
    </message>
    <message>
        <source>%1 inchangés</source>
        <translation>%1 unchanged</translation>
    </message>
    <message>
        <source>%1 ligne refusée</source>
        <translation>%1 row refused</translation>
    </message>
    <message>
        <source>%1 lignes refusées</source>
        <translation>%1 rows refused</translation>
    </message>
    <message>
        <source>%1 nom à préciser</source>
        <translation>%1 name to clarify</translation>
    </message>
    <message>
        <source>%1 noms à préciser</source>
        <translation>%1 names to clarify</translation>
    </message>
    <message>
        <source>ajouté</source>
        <translation>added</translation>
    </message>
    <message>
        <source>mis à jour</source>
        <translation>updated</translation>
    </message>
</context>
<context>
    <name>PalmaresPage</name>
    <message>
        <source>Importer un fichier…</source>
        <translation>Import a file…</translation>
    </message>
    <message>
        <source>Modifier…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Totaux annoncés…</source>
        <translation>Announced totals…</translation>
    </message>
    <message>
        <source>Chercher une collectivité</source>
        <translation>Search for an authority</translation>
    </message>
    <message>
        <source>Tous les niveaux</source>
        <translation>All levels</translation>
    </message>
    <message>
        <source>Tous les types</source>
        <translation>All types</translation>
    </message>
    <message>
        <source>Complets ou non</source>
        <translation>Complete or not</translation>
    </message>
    <message>
        <source>Collectivité</source>
        <translation>Authority</translation>
    </message>
    <message>
        <source>Arobases</source>
        <translation>@</translation>
    </message>
    <message>
        <source>Avant</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Qui reçoit</source>
        <translation>Who receives it</translation>
    </message>
    <message>
        <source>Mentions et distinctions</source>
        <translation>Mentions and distinctions</translation>
    </message>
    <message>
        <source>Le palmarès</source>
        <translation>The awards list</translation>
    </message>
    <message>
        <source>Totaux annoncés enregistrés.</source>
        <translation>Announced totals saved.</translation>
    </message>
    <message>
        <source>Retirer du palmarès&#x202f;?</source>
        <translation>Remove from the awards list?</translation>
    </message>
    <message>
        <source>La collectivité quitte aussi le conducteur. Rien ne sera annoncé pour elle.</source>
        <translation>The authority also leaves the running order. Nothing will be announced for it.</translation>
    </message>
    <message>
        <source>Pour la remettre, importez de nouveau son fichier.</source>
        <translation>To put it back, import its file again.</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Sans étape au conducteur</source>
        <translation>No item in the running order</translation>
    </message>
    <message>
        <source>Sans niveau précédent</source>
        <translation>No previous level</translation>
    </message>
    <message>
        <source>Sans personne pour recevoir</source>
        <translation>Nobody to receive it</translation>
    </message>
    <message>
        <source>En baisse</source>
        <translation>Lower than before</translation>
    </message>
    <message>
        <source>première fois</source>
        <translation>first time</translation>
    </message>
    <message>
        <source>%1 label</source>
        <translation>%1 label</translation>
    </message>
    <message>
        <source>%1 labels</source>
        <translation>%1 labels</translation>
    </message>
    <message>
        <source>%1 sur %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Le palmarès est vide. Importez le fichier des labels, en CSV ou Excel (Ctrl+I).</source>
        <translation>The awards list is empty. Import the label file, in CSV or Excel (Ctrl+I).</translation>
    </message>
    <message>
        <source>Aucun label ne répond à ces filtres.</source>
        <translation>No label matches these filters.</translation>
    </message>
    <message>
        <source>%1 label en baisse&#x202f;: vérifiez-le.</source>
        <translation>%1 label lower than before: check it.</translation>
    </message>
    <message>
        <source>%1 labels en baisse&#x202f;: vérifiez-les.</source>
        <translation>%1 labels lower than before: check them.</translation>
    </message>
    <message>
        <source>Des totaux ne sont pas ceux annoncés&#x202f;: voyez la colonne de droite.</source>
        <translation>Some totals differ from those announced: see the right-hand column.</translation>
    </message>
    <message>
        <source>À vérifier</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>Niveau</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>À compléter</source>
        <translation>To complete</translation>
    </message>
    <message>
        <source>Totaux</source>
        <translation>Totals</translation>
    </message>
</context>
<context>
    <name>PalmaresPanel</name>
    <message>
        <source>Suivi du palmarès</source>
        <translation>Following the awards</translation>
    </message>
    <message>
        <source>Suivre</source>
        <translation>Follow</translation>
    </message>
    <message>
        <source>Préparer</source>
        <translation>Prepare</translation>
    </message>
    <message>
        <source>Manuel</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>Prendre</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>sur l’image</source>
        <translation>on air</translation>
    </message>
    <message>
        <source>révélé, attend votre prise</source>
        <translation>revealed, waiting for your take</translation>
    </message>
    <message>
        <source>chargé, attend le TOP de la scène</source>
        <translation>loaded, waiting for the stage’s GO</translation>
    </message>
    <message>
        <source>viendra au prochain TOP</source>
        <translation>comes on the next GO</translation>
    </message>
    <message>
        <source>Rien ne vient de la scène&#x202f;: F7&#xa0;prépare, F6&#xa0;la suit.</source>
        <translation>Nothing from the stage: F7 prepares, F6 follows it.</translation>
    </message>
    <message>
        <source>Aucun label à montrer pour l’instant.</source>
        <translation>No label to show for now.</translation>
    </message>
    <message>
        <source>PRÊT</source>
        <translation>READY</translation>
    </message>
    <message>
        <source>CHARGÉ</source>
        <translation>LOADED</translation>
    </message>
    <message>
        <source>automatique</source>
        <translation>automatic</translation>
    </message>
    <message>
        <source>rien à prendre</source>
        <translation>nothing to take</translation>
    </message>
    <message>
        <source>rien de chargé</source>
        <translation>nothing loaded</translation>
    </message>
</context>
<context>
    <name>PalmaresSummary</name>
    <message>
        <source>Ouvrir le palmarès et le conducteur…</source>
        <translation>Open awards list and running order…</translation>
    </message>
    <message>
        <source>Contrôler…</source>
        <translation>Check…</translation>
    </message>
    <message>
        <source>Sceau…</source>
        <translation>Seal…</translation>
    </message>
    <message>
        <source>Ouvrez sa fenêtre pour l’importer, puis faire le conducteur.</source>
        <translation>Open its window to import it, then make the running order.</translation>
    </message>
    <message>
        <source>Pas encore de palmarès</source>
        <translation>No awards list yet</translation>
    </message>
    <message>
        <source>Qui ouvre le dossier de l’édition le lit&#x202f;: scellez-le avant que le poste bouge.</source>
        <translation>Whoever opens the edition’s folder reads it: seal it before the station moves.</translation>
    </message>
    <message>
        <source>Le palmarès est en clair</source>
        <translation>The awards list is not sealed</translation>
    </message>
    <message>
        <source>Il s’ouvre avec sa phrase de passe, dans sa propre fenêtre.</source>
        <translation>It opens with its passphrase, in its own window.</translation>
    </message>
    <message>
        <source>Le palmarès est scellé</source>
        <translation>The awards list is sealed</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>labels</translation>
    </message>
    <message>
        <source>mentions spéciales</source>
        <translation>special mentions</translation>
    </message>
    <message>
        <source>étapes au conducteur</source>
        <translation>items in running order</translation>
    </message>
    <message>
        <source>parties</source>
        <translation>sections</translation>
    </message>
</context>
<context>
    <name>PalmaresWindow</name>
    <message>
        <source>Palmarès et conducteur</source>
        <translation>Awards, running order</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Le spectacle est en cours&#x202f;: ce qui est joué est verrouillé, la suite peut changer.</source>
        <translation>The show is running: what has been played is locked, the rest can change.</translation>
    </message>
    <message>
        <source>Le spectacle est armé&#x202f;: chaque changement enregistré s’applique aussitôt.</source>
        <translation>The show is armed: every change you save applies at once.</translation>
    </message>
    <message>
        <source>Fermer sans enregistrer&#x202f;?</source>
        <translation>Close without saving?</translation>
    </message>
    <message>
        <source>Les changements du conducteur seront perdus.</source>
        <translation>The changes to the running order will be lost.</translation>
    </message>
    <message>
        <source>Fermer sans enregistrer</source>
        <translation>Close without saving</translation>
    </message>
    <message>
        <source>Palmarès</source>
        <translation>Awards list</translation>
    </message>
    <message>
        <source>Conducteur</source>
        <translation>Running order</translation>
    </message>
    <message>
        <source>Sceau</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>Contrôle</source>
        <translation>Check</translation>
    </message>
</context>
<context>
    <name>PaperEntry</name>
    <message>
        <source>Saisie d’après papier</source>
        <translation>Entry from paper</translation>
    </message>
    <message>
        <source>Heure notée</source>
        <translation>Time noted</translation>
    </message>
    <message>
        <source>Une minute&#x202f;: Ctrl+↑, Ctrl+↓</source>
        <translation>One minute: Ctrl+↑, Ctrl+↓</translation>
    </message>
    <message>
        <source>Heure</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Personne</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Résultat</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Personnes saisies</source>
        <translation>People typed in</translation>
    </message>
    <message>
        <source>Annuler la ligne</source>
        <translation>Undo the line</translation>
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
        <source>annulé</source>
        <translation>undone</translation>
    </message>
    <message>
        <source>%1&#x202f;: la ligne ne compte plus.</source>
        <translation>%1: the line no longer counts.</translation>
    </message>
    <message>
        <source>L’heure notée, puis trois lettres du nom et Entrée&#x202f;: la personne est comptée entrée.</source>
        <translation>The time noted, then three letters of the name and Enter: the person is counted as in.</translation>
    </message>
    <message>
        <source>Contrôle</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Jour</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Trois lettres du nom, de la commune…</source>
        <translation>Three letters of the name, the town…</translation>
    </message>
    <message>
        <source>Qui est entré·e</source>
        <translation>Who came in</translation>
    </message>
    <message>
        <source>aujourd’hui</source>
        <translation>today</translation>
    </message>
    <message>
        <source>hier</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>Écrivez l’heure ainsi&#x202f;: 08:42.</source>
        <translation>Write the time like this: 08:42.</translation>
    </message>
    <message>
        <source>Cette heure n’est pas encore passée.</source>
        <translation>This time has not come yet.</translation>
    </message>
    <message>
        <source>◆ Aucun nom ne ressemble à cela.</source>
        <translation>◆ No name looks like that.</translation>
    </message>
    <message>
        <source>entrée</source>
        <translation>entry</translation>
    </message>
    <message>
        <source>%1 entrée saisie</source>
        <translation>%1 entry typed in</translation>
    </message>
    <message>
        <source>%1 entrées saisies</source>
        <translation>%1 entries typed in</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>Tout écrire…</source>
        <translation>Write all…</translation>
    </message>
    <message>
        <source>Phrase de passe du palmarès, facultative</source>
        <translation>Passphrase of the awards list, optional</translation>
    </message>
    <message>
        <source>Sans elle, les feuilles de scène sont laissées de côté, à moins que ce poste n’en garde la clé.</source>
        <translation>Without it, the stage sheets are left out, unless this station keeps its key.</translation>
    </message>
    <message>
        <source>Où enregistrer les feuilles&#x202f;?</source>
        <translation>Where to save the sheets?</translation>
    </message>
    <message>
        <source>Écriture de %1 document…</source>
        <translation>Writing %1 document…</translation>
    </message>
    <message>
        <source>Écriture de %1 documents…</source>
        <translation>Writing %1 documents…</translation>
    </message>
    <message>
        <source>%1 n’est pas écrit&#x202f;: %2</source>
        <translation>%1 is not written: %2</translation>
    </message>
    <message>
        <source>%1 document, </source>
        <translation>%1 document, </translation>
    </message>
    <message>
        <source>%1 documents, </source>
        <translation>%1 documents, </translation>
    </message>
    <message>
        <source>%1 page, dans «&#xa0;%2&#xa0;»</source>
        <translation>%1 page, in “%2”</translation>
    </message>
    <message>
        <source>%1 pages, dans «&#xa0;%2&#xa0;»</source>
        <translation>%1 pages, in “%2”</translation>
    </message>
    <message>
        <source>Rien n’est écrit</source>
        <translation>Nothing was written</translation>
    </message>
    <message>
        <source>◆ Pas encore de palmarès&#x202f;: les feuilles de scène (03, 04, 05) seront laissées de côté.</source>
        <translation>◆ No awards list yet: the stage sheets (03, 04, 05) will be left out.</translation>
    </message>
    <message>
        <source>Liste alphabétique</source>
        <translation>Alphabetical list</translation>
    </message>
    <message>
        <source>Tout le monde, avec une case à cocher par contrôle.</source>
        <translation>Everyone, with a box to tick per checkpoint.</translation>
    </message>
    <message>
        <source>Feuilles d’émargement</source>
        <translation>Attendance sheets</translation>
    </message>
    <message>
        <source>Une par contrôle, avec la place de signer.</source>
        <translation>One per checkpoint, with room to sign.</translation>
    </message>
    <message>
        <source>Appel du plateau</source>
        <translation>Stage call</translation>
    </message>
    <message>
        <source>Qui est appelé sur scène, à cocher. Aucun niveau.</source>
        <translation>Who is called on stage, to tick. No levels.</translation>
    </message>
    <message>
        <source>Conducteur</source>
        <translation>Running order</translation>
    </message>
    <message>
        <source>L’ordre de passage, à cocher. Aucun niveau.</source>
        <translation>The order of appearance, to tick. No levels.</translation>
    </message>
    <message>
        <source>Coulisses</source>
        <translation>Wings</translation>
    </message>
    <message>
        <source>Qui fait patienter qui, dans l’ordre.</source>
        <translation>Who keeps whom waiting, in order.</translation>
    </message>
    <message>
        <source>Boîtes de badges</source>
        <translation>Badge boxes</translation>
    </message>
    <message>
        <source>Quel badge imprimé d’avance est dans quelle boîte.</source>
        <translation>Which badge printed ahead is in which box.</translation>
    </message>
    <message>
        <source>Fiche de secours</source>
        <translation>Emergency sheet</translation>
    </message>
    <message>
        <source>Que faire quand tous les écrans sont éteints, à remplir à la main la veille.</source>
        <translation>What to do when every screen is off, to fill in by hand the day before.</translation>
    </message>
    <message>
        <source>Ce qui sauve la journée si tous les écrans s’éteignent. Imprimez ces feuilles la veille, gardez-les sous clé, détruisez-les après.</source>
        <translation>What saves the day if every screen goes off. Print these sheets the day before, keep them locked away, destroy them afterwards.</translation>
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
        <source>Rangé</source>
        <translation>Stored in</translation>
    </message>
    <message>
        <source>Siège</source>
        <translation>Seat</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Première ligne (nom)</source>
        <translation>First line (name)</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Seconde ligne (fonction)</source>
        <translation>Second line (position)</translation>
    </message>
    <message>
        <source>Fonction</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Laisser jusqu’à ce que je l’ôte (sinon %1 s)</source>
        <translation>Leave on until I take it off (otherwise %1 s)</translation>
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
        <source>Boîte %1</source>
        <translation>Box %1</translation>
    </message>
    <message>
        <source>Personnes trouvées</source>
        <translation>People found</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>Code superviseur</source>
        <translation>Supervisor code</translation>
    </message>
    <message>
        <source>Tapez le code superviseur.</source>
        <translation>Type the supervisor code.</translation>
    </message>
    <message>
        <source>C’est le code que vous venez de taper&#x202f;: effacez-le d’ici et écrivez le motif.</source>
        <translation>This is the code you have just typed: remove it from here and write the reason.</translation>
    </message>
    <message>
        <source>Trois codes faux&#x202f;: attendez encore %1&#x202f;s, puis recommencez.</source>
        <translation>Three wrong codes: wait another %1 s, then try again.</translation>
    </message>
    <message>
        <source>Changer le code superviseur</source>
        <translation>Change the supervisor code</translation>
    </message>
    <message>
        <source>Fixer le code superviseur</source>
        <translation>Set the supervisor code</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Code actuel</source>
        <translation>Current code</translation>
    </message>
    <message>
        <source>Nouveau code</source>
        <translation>New code</translation>
    </message>
    <message>
        <source>Le même, encore une fois</source>
        <translation>The same, once more</translation>
    </message>
    <message>
        <source>Il permet de lever un refus à l’accueil. Notez-le&#x202f;: il ne sera plus montré.</source>
        <translation>It lets reception override a refusal. Note it: it will not be shown again.</translation>
    </message>
    <message>
        <source>Trop court&#x202f;: au moins quatre signes.</source>
        <translation>Too short: at least four characters.</translation>
    </message>
    <message>
        <source>Les deux ne sont pas les mêmes.</source>
        <translation>The two are not the same.</translation>
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
        <source>Les autres postes le connaissent sous ce nom&#x202f;: il ne change plus.</source>
        <translation>The other stations know it by this name: it no longer changes.</translation>
    </message>
    <message>
        <source>Donnez un nom à ce poste&#x202f;: il signe chaque passage.</source>
        <translation>Give this station a name: it signs every scan.</translation>
    </message>
</context>
<context>
    <name>PreflightDialog</name>
    <message>
        <source>Armer le spectacle</source>
        <translation>Arm the show</translation>
    </message>
    <message>
        <source>Armer</source>
        <translation>Arm</translation>
    </message>
    <message>
        <source>bon</source>
        <translation>good</translation>
    </message>
    <message>
        <source>à savoir</source>
        <translation>note</translation>
    </message>
    <message>
        <source>à voir</source>
        <translation>to look at</translation>
    </message>
    <message>
        <source>refusé</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>vu, c’est bien</source>
        <translation>seen, it’s fine</translation>
    </message>
    <message>
        <source>%1 point interdit d’armer&#x202f;: corrigez-le, puis recommencez.</source>
        <translation>%1 issue prevents arming: fix it, then try again.</translation>
    </message>
    <message>
        <source>%1 points interdisent d’armer&#x202f;: corrigez-les, puis recommencez.</source>
        <translation>%1 issues prevent arming: fix them, then try again.</translation>
    </message>
    <message>
        <source>%1 nom à voir&#x202f;: cochez-le une fois regardé.</source>
        <translation>%1 name to look at: tick it once looked at.</translation>
    </message>
    <message>
        <source>%1 noms à voir&#x202f;: cochez chacun une fois regardé.</source>
        <translation>%1 names to look at: tick each one once looked at.</translation>
    </message>
    <message>
        <source>Tout est prêt. Une fois armé, le premier TOP ouvre le spectacle.</source>
        <translation>Everything is ready. Once armed, the first GO opens the show.</translation>
    </message>
</context>
<context>
    <name>Preparation</name>
    <message>
        <source>Prêt&#x202f;?</source>
        <translation>Ready?</translation>
    </message>
    <message>
        <source>Édition</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>Participant·es</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Collectivités</source>
        <translation>Authorities</translation>
    </message>
    <message>
        <source>Palmarès et conducteur</source>
        <translation>Awards, running order</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>Invitations</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>Badges</translation>
    </message>
    <message>
        <source>Postes et appareils</source>
        <translation>Stations and devices</translation>
    </message>
    <message>
        <source>Secrets et clés</source>
        <translation>Secrets and keys</translation>
    </message>
    <message>
        <source>Papier</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Après la journée</source>
        <translation>After the day</translation>
    </message>
</context>
<context>
    <name>PreparationWindow</name>
    <message>
        <source>Préparation</source>
        <translation>Preparation</translation>
    </message>
    <message>
        <source>Enregistrez, ou abandonnez les changements, avant de fermer.</source>
        <translation>Save or discard the changes before closing.</translation>
    </message>
    <message>
        <source>Pages de la préparation</source>
        <translation>Preparation pages</translation>
    </message>
</context>
<context>
    <name>PressJob</name>
    <message>
        <source>Images pour la presse&#x202f;: %1</source>
        <translation>Press pictures: %1</translation>
    </message>
    <message>
        <source>%1 images pour la presse dans «&#x202f;%2&#x202f;».</source>
        <translation>%1 press pictures in “%2”.</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Imprimer les badges</source>
        <translation>Print the badges</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Aussi pour les personnes qui en ont déjà un</source>
        <translation>Also for people who already have one</translation>
    </message>
    <message>
        <source>Imprimante</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Aucune imprimante&#x202f;: ajoutez-en une dans les réglages du poste (Ctrl+P).</source>
        <translation>No printer: add one in the station settings (Ctrl+P).</translation>
    </message>
    <message>
        <source>%1 badge sera imprimé</source>
        <translation>%1 badge will be printed</translation>
    </message>
    <message>
        <source>%1 badges seront imprimés</source>
        <translation>%1 badges will be printed</translation>
    </message>
    <message>
        <source>%1, sur %2 personnes choisies&#x202f;: les autres en ont déjà un.</source>
        <translation>%1, out of %2 people chosen: the others already have one.</translation>
    </message>
</context>
<context>
    <name>PrintQuestion</name>
    <message>
        <source>Oui, sorti</source>
        <translation>Yes, it came out</translation>
    </message>
    <message>
        <source>Non</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Le badge de %1 est-il sorti&#x202f;?</source>
        <translation>Did the badge for %1 come out?</translation>
    </message>
    <message>
        <source>%1 a peut-être deux badges</source>
        <translation>%1 may have two badges</translation>
    </message>
    <message>
        <source>Imprimé deux fois peut-être&#x202f;: n’en gardez qu’un</source>
        <translation>Perhaps printed twice: keep only one</translation>
    </message>
    <message>
        <source>Vu</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>encore&#xa0;%1&#xa0;à&#xa0;vérifier</source>
        <translation>%1&#xa0;more&#xa0;to&#xa0;check</translation>
    </message>
</context>
<context>
    <name>PrinterPanel</name>
    <message>
        <source>Vérifier</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Carte d’essai</source>
        <translation>Test card</translation>
    </message>
    <message>
        <source>Rouleau changé</source>
        <translation>Roll changed</translation>
    </message>
    <message>
        <source>Ajouter une imprimante…</source>
        <translation>Add a printer…</translation>
    </message>
    <message>
        <source>%1 à vérifier</source>
        <translation>%1 to check</translation>
    </message>
    <message>
        <source>%1 en attente</source>
        <translation>%1 waiting</translation>
    </message>
    <message>
        <source>À un autre poste</source>
        <translation>At another station</translation>
    </message>
    <message>
        <source>Ne confirme pas</source>
        <translation>Not confirming</translation>
    </message>
    <message>
        <source>Prête</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Prête, à surveiller</source>
        <translation>Ready, keep an eye on it</translation>
    </message>
    <message>
        <source>N’imprime pas</source>
        <translation>Not printing</translation>
    </message>
    <message>
        <source>Pas encore vue</source>
        <translation>Not seen yet</translation>
    </message>
    <message>
        <source>Pas d’imprimante</source>
        <translation>No printer</translation>
    </message>
    <message>
        <source>Ce poste n’imprime pas&#x202f;: ajoutez-en une, ou imprimez ailleurs.</source>
        <translation>This station does not print: add a printer, or print elsewhere.</translation>
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
        <source>En cours</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>%1, dont %2 d’ici</source>
        <translation>%1, %2 from here</translation>
    </message>
    <message>
        <source>En attente</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Attendent d’entendre leur poste</source>
        <translation>Waiting to hear their station</translation>
    </message>
    <message>
        <source>Dernier badge sorti</source>
        <translation>Last badge out</translation>
    </message>
    <message>
        <source>Imprime à chaque entrée de ce poste.</source>
        <translation>Prints at each entry on this station.</translation>
    </message>
    <message>
        <source>Reste sur le rouleau</source>
        <translation>Left on the roll</translation>
    </message>
    <message>
        <source>%1 badges</source>
        <translation>%1 badges</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Son état se voit à son poste.</source>
        <translation>Its state shows at its station.</translation>
    </message>
    <message>
        <source>%1, sans attendre</source>
        <translation>%1, without waiting</translation>
    </message>
    <message>
        <source>Passer les %1 badges à «&#xa0;%2&#xa0;»</source>
        <translation>Move the %1 badges to “%2”</translation>
    </message>
    <message>
        <source>Imprimantes</source>
        <translation>Printers</translation>
    </message>
    <message>
        <source>À quelle imprimante passer les badges</source>
        <translation>Which printer to move the badges to</translation>
    </message>
    <message>
        <source>Badges sur le nouveau rouleau</source>
        <translation>Badges on the new roll</translation>
    </message>
</context>
<context>
    <name>PrinterRow</name>
    <message>
        <source>Nom de l’imprimante</source>
        <translation>Printer name</translation>
    </message>
    <message>
        <source>Adresse de l’imprimante</source>
        <translation>Printer address</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Name</translation>
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
        <source>Largeur du papier</source>
        <translation>Paper width</translation>
    </message>
    <message>
        <source>Vérifier</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Vérifier l’imprimante</source>
        <translation>Check the printer</translation>
    </message>
    <message>
        <source>Monter cette imprimante d’un rang</source>
        <translation>Move this printer up</translation>
    </message>
    <message>
        <source>Retirer cette imprimante</source>
        <translation>Remove this printer</translation>
    </message>
    <message>
        <source>Essai en cours…</source>
        <translation>Testing…</translation>
    </message>
</context>
<context>
    <name>PrinterRows</name>
    <message>
        <source>Les badges de ce poste sortent sur</source>
        <translation>This station’s badges come out on</translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Ajouter une imprimante</source>
        <translation>Add a printer</translation>
    </message>
    <message>
        <source>Chercher</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Chercher des imprimantes</source>
        <translation>Search for printers</translation>
    </message>
    <message>
        <source>%1, %2 en attente</source>
        <translation>%1, %2 waiting</translation>
    </message>
    <message>
        <source>Recherche en cours…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>%1, pas encore connue</source>
        <translation>%1, not known yet</translation>
    </message>
    <message>
        <source>La première imprimante de ce poste</source>
        <translation>This station’s first printer</translation>
    </message>
    <message>
        <source>Donnez-lui un nom court, que l’on puisse lire sur l’étiquette de l’imprimante.</source>
        <translation>Give it a short name that can be read on the printer’s own sticker.</translation>
    </message>
    <message>
        <source>Une autre porte déjà ce nom&#x202f;: changez-en un.</source>
        <translation>Another one already has this name: change one of them.</translation>
    </message>
    <message>
        <source>Imprimante %1</source>
        <translation>Printer %1</translation>
    </message>
    <message>
        <source>Tout sort à l’autre poste&#x202f;; s’il ne répond pas, F7 imprime ailleurs.</source>
        <translation>The other station prints all; if no answer, F7 prints elsewhere.</translation>
    </message>
    <message>
        <source>La première imprime à chaque entrée&#x202f;; les autres prennent le relais.</source>
        <translation>The first one prints at each entry; the others take over if needed.</translation>
    </message>
    <message>
        <source>Adresses&#x202f;: tcp://… (réseau), usb://…, serial:///…, cups://…, win://…, null: (répétition).</source>
        <translation>Addresses: tcp://… (network), usb://…, serial:///…, cups://…, win://…, null: (rehearsal).</translation>
    </message>
    <message>
        <source>Ce poste n’imprime pas de badges.</source>
        <translation>This station does not print badges.</translation>
    </message>
    <message>
        <source>Aucune autre imprimante trouvée&#x202f;: écrivez son adresse, qu’elle imprime à l’allumage.</source>
        <translation>No other printer found: type its address, which it prints when switched on.</translation>
    </message>
    <message>
        <source>réseau</source>
        <translation>network</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>port série</source>
        <translation>serial port</translation>
    </message>
    <message>
        <source>file CUPS</source>
        <translation>CUPS queue</translation>
    </message>
    <message>
        <source>file Windows</source>
        <translation>Windows queue</translation>
    </message>
    <message>
        <source>Choisissez dans la liste.</source>
        <translation>Choose from the list.</translation>
    </message>
</context>
<context>
    <name>PrintersPage</name>
    <message>
        <source>Imprimantes et badges</source>
        <translation>Printers and badges</translation>
    </message>
    <message>
        <source>Trop tard&#x202f;: ce badge est déjà parti à l’imprimante.</source>
        <translation>Too late: this badge has already gone to the printer.</translation>
    </message>
    <message>
        <source>Aucune autre imprimante&#x202f;: imprimez-le sur feuilles, «&#xa0;Badges à imprimer&#xa0;».</source>
        <translation>No other printer: print it on sheets, “Badges to print”.</translation>
    </message>
    <message>
        <source>Passé à une autre imprimante.</source>
        <translation>Passed to another printer.</translation>
    </message>
    <message>
        <source>Ce poste n’a pas d’imprimante&#x202f;: ajoutez-en une d’abord.</source>
        <translation>This station has no printer: add one first.</translation>
    </message>
    <message>
        <source>Badge demandé une nouvelle fois.</source>
        <translation>Badge requested again.</translation>
    </message>
    <message>
        <source>Noté&#x202f;: quelqu’un a regardé.</source>
        <translation>Noted: someone has looked.</translation>
    </message>
    <message>
        <source>Noté&#x202f;: sorti.</source>
        <translation>Noted: it came out.</translation>
    </message>
    <message>
        <source>Noté&#x202f;: il attend de nouveau.</source>
        <translation>Noted: it is waiting again.</translation>
    </message>
    <message>
        <source>%1 badges passés à «&#xa0;%2&#xa0;».</source>
        <translation>%1 badges moved to “%2”.</translation>
    </message>
    <message>
        <source>Nouveau rouleau&#x202f;: %1 badges.</source>
        <translation>New roll: %1 badges.</translation>
    </message>
    <message>
        <source>Carte d’essai demandée&#x202f;: vérifiez que ses deux flèches sont entières.</source>
        <translation>Test card requested: check that both its arrows are complete.</translation>
    </message>
    <message>
        <source>Imprimantes interrogées.</source>
        <translation>Printers queried.</translation>
    </message>
    <message>
        <source>Impression annulée.</source>
        <translation>Print cancelled.</translation>
    </message>
</context>
<context>
    <name>ProgrammeView</name>
    <message>
        <source>Habillage seul</source>
        <translation>Overlay only</translation>
    </message>
    <message>
        <source>OBS absent&#x202f;: sans l’image</source>
        <translation>OBS absent: no picture</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>image attendue</source>
        <translation>waiting for picture</translation>
    </message>
    <message>
        <source>Programme (image d’OBS, 1/s)</source>
        <translation>Programme (OBS picture, 1/s)</translation>
    </message>
    <message>
        <source>image figée depuis %1 s</source>
        <translation>picture frozen for %1 s</translation>
    </message>
    <message>
        <source>Rien sur l’image</source>
        <translation>Nothing on air</translation>
    </message>
</context>
<context>
    <name>Prompter</name>
    <message>
        <source>Prompteur</source>
        <translation>Prompter</translation>
    </message>
</context>
<context>
    <name>QuitDialog</name>
    <message>
        <source>D’autres postes dépendent de celui-ci</source>
        <translation>Other stations depend on this one</translation>
    </message>
    <message>
        <source>Si vous arrêtez quand même, chacun continue seul et ne voit plus les passages des autres.</source>
        <translation>If you stop anyway, each carries on alone and no longer sees the others’ scans.</translation>
    </message>
    <message>
        <source>Confier l’hébergement…</source>
        <translation>Hand over hosting…</translation>
    </message>
    <message>
        <source>Arrêter quand même</source>
        <translation>Stop anyway</translation>
    </message>
</context>
<context>
    <name>QuorumBar</name>
    <message>
        <source>quorum %1</source>
        <translation>quorum %1</translation>
    </message>
</context>
<context>
    <name>ReadinessPage</name>
    <message>
        <source>Vérifier de nouveau</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Vérification en cours…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>%1 point à régler</source>
        <translation>%1 point to fix</translation>
    </message>
    <message>
        <source>%1 points à régler</source>
        <translation>%1 points to fix</translation>
    </message>
    <message>
        <source>%1 autre à voir.</source>
        <translation>%1 more to look at.</translation>
    </message>
    <message>
        <source>%1 autres à voir.</source>
        <translation>%1 more to look at.</translation>
    </message>
    <message>
        <source>%1 point à voir</source>
        <translation>%1 to look at</translation>
    </message>
    <message>
        <source>%1 points à voir</source>
        <translation>%1 to look at</translation>
    </message>
    <message>
        <source>Chacun a son bouton&#x202f;; aucun n’empêche d’ouvrir les portes.</source>
        <translation>Each has its button; none stops the doors from opening.</translation>
    </message>
    <message>
        <source>Tout est prêt</source>
        <translation>All is ready</translation>
    </message>
    <message>
        <source>Rien ne manque à cette édition ni à ce poste.</source>
        <translation>Nothing is missing from this edition or station.</translation>
    </message>
    <message>
        <source>■ à régler</source>
        <translation>■ to fix</translation>
    </message>
    <message>
        <source>◆ à voir</source>
        <translation>◆ to look at</translation>
    </message>
    <message>
        <source>Y aller</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>Y aller&#x202f;: %1</source>
        <translation>Go there: %1</translation>
    </message>
</context>
<context>
    <name>ReallyShown</name>
    <message>
        <source>Affiché vraiment</source>
        <translation>Really shown</translation>
    </message>
    <message>
        <source>Écran de salle</source>
        <translation>Public screen</translation>
    </message>
    <message>
        <source>Prompteur</source>
        <translation>Prompter</translation>
    </message>
    <message>
        <source>Habillage</source>
        <translation>Overlay</translation>
    </message>
    <message>
        <source>à jour</source>
        <translation>up to date</translation>
    </message>
    <message>
        <source>en cours</source>
        <translation>coming</translation>
    </message>
    <message>
        <source>en retard</source>
        <translation>late</translation>
    </message>
    <message>
        <source>en panne</source>
        <translation>failed</translation>
    </message>
    <message>
        <source>fermé</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>muet</source>
        <translation>silent</translation>
    </message>
    <message>
        <source>autre poste</source>
        <translation>other station</translation>
    </message>
    <message>
        <source>retenu</source>
        <translation>held</translation>
    </message>
    <message>
        <source>en images</source>
        <translation>as pictures</translation>
    </message>
    <message>
        <source>aucune page</source>
        <translation>no page</translation>
    </message>
    <message>
        <source>inconnu</source>
        <translation>unknown</translation>
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
        <source>Copies</source>
        <translation>Copies</translation>
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
    <name>RecoveryKeyDialog</name>
    <message>
        <source>Clé de secours</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>J’ai la feuille en main</source>
        <translation>I have the sheet in my hand</translation>
    </message>
    <message>
        <source>Elle ouvre le palmarès si la phrase de passe est perdue. Elle ne sera plus jamais montrée&#x202f;: imprimez-la et rangez-la ailleurs que ce poste.</source>
        <translation>It opens the awards list if the passphrase is lost. It will never be shown again: print it and keep it somewhere other than this station.</translation>
    </message>
    <message>
        <source>Imprimer…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Enregistrer en PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>Tapez le groupe n°&#xa0;%1 de la feuille</source>
        <translation>Type group no.&#xa0;%1 from the sheet</translation>
    </message>
    <message>
        <source>Ce n’est pas ce groupe&#x202f;: relisez la feuille. Échap montre encore la clé.</source>
        <translation>That is not this group: read the sheet again. Esc shows the key once more.</translation>
    </message>
    <message>
        <source>Sans cette feuille, une phrase de passe oubliée perd le palmarès. Échap encore pour fermer quand même.</source>
        <translation>Without this sheet, a forgotten passphrase means losing the awards list. Esc again to close anyway.</translation>
    </message>
    <message>
        <source>Écrit dans «&#xa0;%1&#xa0;». Imprimez ce fichier, puis supprimez-le&#x202f;: il contient la clé.</source>
        <translation>Written to “%1”. Print this file, then delete it: it contains the key.</translation>
    </message>
    <message>
        <source>Confirmer</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Revoir la clé</source>
        <translation>See the key again</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Feuille envoyée à l’imprimante.</source>
        <translation>Sheet sent to the printer.</translation>
    </message>
    <message>
        <source>feuille-de-secours.pdf</source>
        <translation>recovery-sheet.pdf</translation>
    </message>
    <message>
        <source>Enregistrer la feuille</source>
        <translation>Save the sheet</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>Feuille de secours</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>La feuille de secours ne s’écrit pas à cet endroit.</source>
        <translation>The recovery sheet cannot be written there.</translation>
    </message>
    <message>
        <source>Choisissez un autre dossier, ou imprimez-la.</source>
        <translation>Choose another folder, or print it.</translation>
    </message>
    <message>
        <source>L’imprimante n’a pas accepté la feuille de secours.</source>
        <translation>The printer did not accept the recovery sheet.</translation>
    </message>
    <message>
        <source>Vérifiez qu’elle est allumée, ou enregistrez la feuille.</source>
        <translation>Check that it is switched on, or save the sheet.</translation>
    </message>
    <message>
        <source>Cette clé ouvre le palmarès scellé si la phrase de passe est perdue.</source>
        <translation>This key opens the sealed awards list if the passphrase is lost.</translation>
    </message>
    <message>
        <source>Rangez cette feuille sous enveloppe, ailleurs que l’ordinateur de la régie.</source>
        <translation>Keep this sheet in an envelope, away from the computer of the stage desk.</translation>
    </message>
    <message>
        <source>Majuscules, espaces et tirets n’importent pas quand on la tape.</source>
        <translation>Capitals, spaces and hyphens do not matter when typing it.</translation>
    </message>
    <message>
        <source>Qui a cette feuille et l’ordinateur peut lire le palmarès avant l’annonce.</source>
        <translation>Whoever has this sheet and the computer can read the awards list before it is announced.</translation>
    </message>
    <message>
        <source>Détruisez-la après la cérémonie.</source>
        <translation>Destroy it after the ceremony.</translation>
    </message>
</context>
<context>
    <name>RehearsalBand</name>
    <message>
        <source>RÉPÉTITION, niveaux inventés</source>
        <translation>REHEARSAL, invented levels</translation>
    </message>
    <message>
        <source>Quitter la répétition</source>
        <translation>Leave rehearsal</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Corriger le nom</source>
        <translation>Correct the name</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Nom de la collectivité ou de l’organisme</source>
        <translation>Name of the authority or organisation</translation>
    </message>
    <message>
        <source>Écrivez un nom.</source>
        <translation>Write a name.</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Reprendre une sauvegarde</source>
        <translation>Restore a backup</translation>
    </message>
    <message>
        <source>Choisir le fichier…</source>
        <translation>Choose the file…</translation>
    </message>
    <message>
        <source>Phrase de passe de la sauvegarde</source>
        <translation>Backup passphrase</translation>
    </message>
    <message>
        <source>Nom du dossier sur cet ordinateur</source>
        <translation>Folder name on this computer</translation>
    </message>
    <message>
        <source>Cet ordinateur remplace l’ancien</source>
        <translation>This computer replaces the old one</translation>
    </message>
    <message>
        <source>Cochez seulement si l’ancien n’a rien enregistré depuis cette sauvegarde et n’enregistrera plus rien. Sinon, ce poste prend un nom à lui, et les deux peuvent continuer.</source>
        <translation>Tick only if the old one has recorded nothing since this backup and will record nothing more. Otherwise this station takes a name of its own, and both can carry on.</translation>
    </message>
    <message>
        <source>Quelle sauvegarde&#x202f;?</source>
        <translation>Which backup?</translation>
    </message>
    <message>
        <source>Sauvegarde VI Events (*.viedition);;Tous les fichiers (*)</source>
        <translation>VI Events backup (*.viedition);;All files (*)</translation>
    </message>
    <message>
        <source>Lecture de «&#xa0;%1&#xa0;»…</source>
        <translation>Reading “%1”…</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>La sauvegarde «&#xa0;%1&#xa0;» est chiffrée.</source>
        <translation>The backup “%1” is encrypted.</translation>
    </message>
    <message>
        <source>Reprendre cette édition</source>
        <translation>Restore this edition</translation>
    </message>
    <message>
        <source>Voici ce que contient «&#xa0;%1&#xa0;».</source>
        <translation>Here is what “%1” contains.</translation>
    </message>
    <message>
        <source>L’édition est copiée, puis son journal vérifié…</source>
        <translation>The edition is copied, then its log checked…</translation>
    </message>
    <message>
        <source>Ouvrir l’édition</source>
        <translation>Open the edition</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Le fichier se termine par .viedition. Vous verrez ce qu’il contient avant que rien ne soit écrit&#x202f;; les éditions de cet ordinateur restent comme elles sont.</source>
        <translation>The file ends in .viedition. You will see what it contains before anything is written; the editions on this computer stay as they are.</translation>
    </message>
    <message>
        <source>«&#xa0;%1&#xa0;» existe déjà ici, et n’est pas touchée.</source>
        <translation>“%1” already exists here, and is left as it is.</translation>
    </message>
    <message>
        <source>«&#xa0;%1&#xa0;» est reprise, son journal est intact</source>
        <translation>“%1” is restored, its log is intact</translation>
    </message>
    <message>
        <source>Elle est dans «&#xa0;%1&#xa0;».</source>
        <translation>It is in “%1”.</translation>
    </message>
</context>
<context>
    <name>RoomPanel</name>
    <message>
        <source>Dans la salle</source>
        <translation>In the room</translation>
    </message>
    <message>
        <source>%1 collectivités sur %2 dans la salle</source>
        <translation>%1 of %2 authorities in the room</translation>
    </message>
    <message>
        <source>toutes là</source>
        <translation>all here</translation>
    </message>
    <message>
        <source>manquent %1</source>
        <translation>%1 missing</translation>
    </message>
    <message>
        <source>manque %1</source>
        <translation>%1 missing</translation>
    </message>
    <message>
        <source>personne d’inscrit</source>
        <translation>nobody registered</translation>
    </message>
    <message>
        <source>sauter ou citer&#x202f;?</source>
        <translation>skip or read out?</translation>
    </message>
    <message>
        <source>représente %1</source>
        <translation>representing %1</translation>
    </message>
    <message>
        <source> · avec %1 autre</source>
        <translation>, with %1 other</translation>
    </message>
    <message>
        <source> · avec %1 autres</source>
        <translation>, with %1 others</translation>
    </message>
    <message>
        <source>non arrivée&#x202f;: sauter ou citer&#x202f;?</source>
        <translation>not here: skip or read out?</translation>
    </message>
    <message>
        <source>siège %1</source>
        <translation>seat %1</translation>
    </message>
    <message>
        <source>depuis %1</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>dans la salle</source>
        <translation>in the room</translation>
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
    <name>RulesDialog</name>
    <message>
        <source>Règles de l’assemblée</source>
        <translation>Rules of the assembly</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Adhérents, facultatif</source>
        <translation>Members, optional</translation>
    </message>
    <message>
        <source>Quorum, facultatif</source>
        <translation>Quorum, optional</translation>
    </message>
    <message>
        <source>Pouvoirs par personne</source>
        <translation>Proxies per person</translation>
    </message>
    <message>
        <source>Combien de collectivités votent&#x202f;; sinon, celles de la liste.</source>
        <translation>How many authorities vote; otherwise those on the list.</translation>
    </message>
    <message>
        <source>Une part (1/2, 50&#x202f;%) ou un nombre d’adhérents.</source>
        <translation>A share (1/2, 50%) or a number of members.</translation>
    </message>
    <message>
        <source>Le plus qu’une personne puisse en porter.</source>
        <translation>The most that one person may hold.</translation>
    </message>
</context>
<context>
    <name>RundownImportDialog</name>
    <message>
        <source>Importer le conducteur</source>
        <translation>Import the running order</translation>
    </message>
    <message>
        <source>Mettre au conducteur</source>
        <translation>Put in the running order</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Durée</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Étape</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Le conducteur comme il sera</source>
        <translation>The running order as it will be</translation>
    </message>
    <message>
        <source>Ce qui manque ou surprend</source>
        <translation>Missing or unexpected</translation>
    </message>
    <message>
        <source>Aperçu</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>À vérifier</source>
        <translation>To check</translation>
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
        <source>%1 étape ajoutée</source>
        <translation>%1 item added</translation>
    </message>
    <message>
        <source>%1 étapes ajoutées</source>
        <translation>%1 items added</translation>
    </message>
    <message>
        <source>%1 modifiée</source>
        <translation>%1 changed</translation>
    </message>
    <message>
        <source>%1 modifiées</source>
        <translation>%1 changed</translation>
    </message>
    <message>
        <source>%1 inchangée</source>
        <translation>%1 unchanged</translation>
    </message>
    <message>
        <source>%1 inchangées</source>
        <translation>%1 unchanged</translation>
    </message>
    <message>
        <source>%1 retirée</source>
        <translation>%1 removed</translation>
    </message>
    <message>
        <source>%1 retirées</source>
        <translation>%1 removed</translation>
    </message>
</context>
<context>
    <name>RundownList</name>
    <message>
        <source>à l’écran</source>
        <translation>on screen</translation>
    </message>
    <message>
        <source>choisi</source>
        <translation>chosen</translation>
    </message>
    <message>
        <source>suivant</source>
        <translation>next</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>suivant, absent</source>
        <translation>next, absent</translation>
    </message>
    <message>
        <source>Palier&#x202f;: confirmation demandée</source>
        <translation>Gate: confirmation required</translation>
    </message>
    <message>
        <source>voir</source>
        <translation>peek</translation>
    </message>
    <message>
        <source>reportée</source>
        <translation>postponed</translation>
    </message>
    <message>
        <source>Conducteur</source>
        <translation>Running order</translation>
    </message>
</context>
<context>
    <name>RundownModel</name>
    <message>
        <source>Heure</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Étape</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Durée</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>Personnes</source>
        <translation>People</translation>
    </message>
    <message>
        <source>jouée</source>
        <translation>played</translation>
    </message>
    <message>
        <source>reportée</source>
        <translation>postponed</translation>
    </message>
    <message>
        <source>joué</source>
        <translation>played</translation>
    </message>
    <message>
        <source>à l’écran</source>
        <translation>on screen</translation>
    </message>
    <message>
        <source>suivant</source>
        <translation>next</translation>
    </message>
    <message>
        <source>à venir</source>
        <translation>to come</translation>
    </message>
    <message>
        <source>Palier&#x202f;: confirmation demandée</source>
        <translation>Gate: confirmation required</translation>
    </message>
    <message>
        <source>reporté</source>
        <translation>postponed</translation>
    </message>
    <message>
        <source>nom masqué</source>
        <translation>name hidden</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>absent</translation>
    </message>
</context>
<context>
    <name>RundownPage</name>
    <message>
        <source>Appel</source>
        <translation>Roll call</translation>
    </message>
    <message>
        <source>Exporter le conducteur&#x202f;?</source>
        <translation>Export the running order?</translation>
    </message>
    <message>
        <source>Le fichier dit qui reçoit quoi, en clair, et n’est pas scellé. Gardez-le sous clé.</source>
        <translation>The file says who receives what, in plain text, and is not sealed. Keep it under lock and key.</translation>
    </message>
    <message>
        <source>Choisir où…</source>
        <translation>Choose where…</translation>
    </message>
    <message>
        <source>Conducteur exporté dans «&#xa0;%1&#xa0;», en clair.</source>
        <translation>Running order exported to “%1”, in plain text.</translation>
    </message>
    <message>
        <source>Conducteur enregistré.</source>
        <translation>Running order saved.</translation>
    </message>
    <message>
        <source>Exporter</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Le conducteur est vide. Générez-le depuis le palmarès (Ctrl+G), ou importez un fichier.</source>
        <translation>The running order is empty. Generate it from the awards list (Ctrl+G), or import a file.</translation>
    </message>
    <message>
        <source>Importez d’abord le palmarès, dans le premier onglet.</source>
        <translation>Import the awards list first, in the first tab.</translation>
    </message>
    <message>
        <source>Pas encore enregistré&#x202f;: %1</source>
        <translation>Not saved yet: %1</translation>
    </message>
</context>
<context>
    <name>RundownTable</name>
    <message>
        <source>Le conducteur</source>
        <translation>The running order</translation>
    </message>
</context>
<context>
    <name>RundownVerbs</name>
    <message>
        <source>Générer…</source>
        <translation>Generate…</translation>
    </message>
    <message>
        <source>Insérer…</source>
        <translation>Insert…</translation>
    </message>
    <message>
        <source>Inser</source>
        <translation>Ins</translation>
    </message>
    <message>
        <source>Modifier…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Réunir en appel</source>
        <translation>Group as roll call</translation>
    </message>
    <message>
        <source>Séparer l’appel</source>
        <translation>Split roll call</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>Postpone</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Suppr</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Sections…</source>
        <translation>Sections…</translation>
    </message>
    <message>
        <source>Importer…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>Exporter…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Rétablir</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Enregistrer…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>Ctrl+↑ et Ctrl+↓ déplacent les étapes choisies&#x202f;; la souris aussi.</source>
        <translation>Ctrl+↑ and Ctrl+↓ move the chosen items; so does the mouse.</translation>
    </message>
    <message>
        <source>Rappeler</source>
        <translation>Bring back</translation>
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
    <name>ScriptPanel</name>
    <message>
        <source>Le présentateur lit</source>
        <translation>The presenter reads</translation>
    </message>
    <message>
        <source>Après le TOP</source>
        <translation>After GO</translation>
    </message>
    <message>
        <source>Rien n’est encore à l’écran.</source>
        <translation>Nothing is on screen yet.</translation>
    </message>
    <message>
        <source>Note&#x202f;: %1</source>
        <translation>Note: %1</translation>
    </message>
</context>
<context>
    <name>SealPage</name>
    <message>
        <source>Sceller…</source>
        <translation>Seal…</translation>
    </message>
    <message>
        <source>Changer la phrase de passe…</source>
        <translation>Change the passphrase…</translation>
    </message>
    <message>
        <source>Lever le scellé…</source>
        <translation>Lift the seal…</translation>
    </message>
    <message>
        <source>Palmarès scellé, clé de secours imprimée.</source>
        <translation>Awards list sealed, recovery key printed.</translation>
    </message>
    <message>
        <source>Palmarès scellé, mais la feuille de secours n’est pas confirmée.</source>
        <translation>Awards list sealed, but the recovery sheet is not confirmed.</translation>
    </message>
    <message>
        <source>Phrase de passe changée.</source>
        <translation>Passphrase changed.</translation>
    </message>
    <message>
        <source>Le palmarès est de nouveau en clair&#x202f;: scellez-le avant le jour.</source>
        <translation>The awards list is unsealed again: seal it before the day.</translation>
    </message>
    <message>
        <source>Supprimer ce fichier&#x202f;?</source>
        <translation>Delete this file?</translation>
    </message>
    <message>
        <source>Il ne pourra pas être repris, pas même dans la corbeille.</source>
        <translation>It cannot be recovered, not even from the bin.</translation>
    </message>
    <message>
        <source>Supprimer</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>«&#xa0;%1&#xa0;» est supprimé.</source>
        <translation>“%1” is deleted.</translation>
    </message>
    <message>
        <source>Rien à sceller</source>
        <translation>Nothing to seal</translation>
    </message>
    <message>
        <source>Importez d’abord le palmarès.</source>
        <translation>Import the awards list first.</translation>
    </message>
    <message>
        <source>Le palmarès est scellé</source>
        <translation>The awards list is sealed</translation>
    </message>
    <message>
        <source>Il est chiffré sur ce poste, et ouvert ici jusqu’à la fermeture du programme.</source>
        <translation>It is encrypted on this station, and open here until the program is closed.</translation>
    </message>
    <message>
        <source>Le palmarès est en clair</source>
        <translation>The awards list is not sealed</translation>
    </message>
    <message>
        <source>Qui ouvre ce dossier le lit. Scellez-le avant que le poste quitte le bureau.</source>
        <translation>Anyone who opens this folder can read it. Seal it before the station leaves the office.</translation>
    </message>
    <message>
        <source>Aucune autre copie en clair n’est connue de ce poste.</source>
        <translation>This station knows of no other unsealed copy.</translation>
    </message>
    <message>
        <source>Ces fichiers se lisent sans phrase de passe. Mettez-les à l’abri ailleurs, ou supprimez-les ici. Pensez aussi aux clés USB, aux courriels et aux partages, que ce poste ne voit pas.</source>
        <translation>These files can be read without a passphrase. Put them somewhere safe, or delete them here. Think also of USB sticks, emails and shared folders, which this station cannot see.</translation>
    </message>
    <message>
        <source>Copies en clair</source>
        <translation>Unsealed copies</translation>
    </message>
    <message>
        <source>Supprimer…</source>
        <translation>Delete…</translation>
    </message>
    <message>
        <source>Supprimer %1</source>
        <translation>Delete %1</translation>
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
    <name>SecretsPage</name>
    <message>
        <source>Clé des billets</source>
        <translation>Ticket key</translation>
    </message>
    <message>
        <source>Code superviseur</source>
        <translation>Supervisor code</translation>
    </message>
    <message>
        <source>Sceau du palmarès</source>
        <translation>Awards list seal</translation>
    </message>
    <message>
        <source>Clé de secours</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>Copies en clair</source>
        <translation>Unsealed copies</translation>
    </message>
    <message>
        <source>Mot de passe d’OBS</source>
        <translation>OBS password</translation>
    </message>
    <message>
        <source>Sauvegarde</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Reprendre…</source>
        <translation>Restore…</translation>
    </message>
    <message>
        <source>Changer…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Sceau…</source>
        <translation>Seal…</translation>
    </message>
    <message>
        <source>Voir…</source>
        <translation>See…</translation>
    </message>
    <message>
        <source>Régie webtv…</source>
        <translation>Webtv desk…</translation>
    </message>
    <message>
        <source>Sauvegarder…</source>
        <translation>Back up…</translation>
    </message>
    <message>
        <source>Code superviseur enregistré.</source>
        <translation>Supervisor code saved.</translation>
    </message>
    <message>
        <source>Elle est là&#x202f;: un billet inventé ne passe pas</source>
        <translation>Present: a made-up ticket does not pass</translation>
    </message>
    <message>
        <source>Elle manque&#x202f;: les billets connus se lisent, les autres ne se vérifient pas</source>
        <translation>Missing: known tickets can be read, others cannot be checked</translation>
    </message>
    <message>
        <source>Une sauvegarde de l’édition la contient.</source>
        <translation>A backup of the edition contains it.</translation>
    </message>
    <message>
        <source>Fixé</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>Aucun&#x202f;: personne ne pourra lever un refus à l’accueil</source>
        <translation>None: nobody can override a refusal at reception</translation>
    </message>
    <message>
        <source>Fixer…</source>
        <translation>Set…</translation>
    </message>
    <message>
        <source>Gardé par cet ordinateur, hors du dossier de l’édition</source>
        <translation>Kept by this computer, outside the edition folder</translation>
    </message>
    <message>
        <source>Aucun n’est gardé sur ce poste</source>
        <translation>None is kept on this station</translation>
    </message>
    <message>
        <source>Un seul fichier, à garder sur un autre support que cet ordinateur.</source>
        <translation>A single file, to keep somewhere other than this computer.</translation>
    </message>
    <message>
        <source>Aucune sauvegarde n’a été faite</source>
        <translation>No backup has been made</translation>
    </message>
    <message>
        <source>La dernière a été faite %1</source>
        <translation>The last one was made %1</translation>
    </message>
    <message>
        <source>Pas encore de palmarès</source>
        <translation>No awards list yet</translation>
    </message>
    <message>
        <source>Le palmarès est en clair&#x202f;: qui ouvre ce dossier le lit</source>
        <translation>Not sealed: anyone who opens this folder can read it</translation>
    </message>
    <message>
        <source>Le palmarès est scellé</source>
        <translation>The awards list is sealed</translation>
    </message>
    <message>
        <source>Sur la feuille imprimée au scellement, et nulle part ailleurs</source>
        <translation>On the sheet printed at sealing, and nowhere else</translation>
    </message>
    <message>
        <source>Gardez-la loin de cet ordinateur&#x202f;: elle ouvre le palmarès sans la phrase de passe.</source>
        <translation>Keep it away from this computer: it opens the awards list without the passphrase.</translation>
    </message>
    <message>
        <source>Faite au scellement</source>
        <translation>Made at sealing</translation>
    </message>
    <message>
        <source>Aucune autre copie en clair n’est connue de ce poste</source>
        <translation>This station knows of no other unsealed copy</translation>
    </message>
    <message>
        <source>%1 fichier se lit sans phrase de passe</source>
        <translation>%1 file can be read without a passphrase</translation>
    </message>
    <message>
        <source>%1 fichiers se lisent sans phrase de passe</source>
        <translation>%1 files can be read without a passphrase</translation>
    </message>
</context>
<context>
    <name>SectionsDialog</name>
    <message>
        <source>Sections</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Titre de la section</source>
        <translation>Section title</translation>
    </message>
    <message>
        <source>Présentée par</source>
        <translation>Presented by</translation>
    </message>
    <message>
        <source>remis par la présidente du jury</source>
        <translation>presented by the chair of the jury</translation>
    </message>
    <message>
        <source>%1 étape</source>
        <translation>%1 item</translation>
    </message>
    <message>
        <source>%1 étapes</source>
        <translation>%1 items</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Retirer la section %1</source>
        <translation>Remove section %1</translation>
    </message>
    <message>
        <source>Titre affiché</source>
        <translation>Title shown</translation>
    </message>
    <message>
        <source>Chaque section s’ouvre par une carte à l’écran. Ses étapes la quittent si vous la retirez.</source>
        <translation>Each section opens with a card on screen. Its items leave it if you remove it.</translation>
    </message>
    <message>
        <source>Ajouter une section</source>
        <translation>Add a section</translation>
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
        <source>Actualiser</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>Actualiser les ports série</source>
        <translation>Refresh the serial ports</translation>
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
        <source>Imprimantes</source>
        <translation>Printers</translation>
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
        <source>%1, absent</source>
        <translation>%1, absent</translation>
    </message>
    <message>
        <source>Ni lettre, ni chiffre, ni espace&#x202f;: prenez un autre signe, comme ~.</source>
        <translation>No letter, digit or space: use another sign, such as ~.</translation>
    </message>
</context>
<context>
    <name>SeveralDialog</name>
    <message>
        <source>Modifier %1 étapes</source>
        <translation>Edit %1 items</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>inchangée</source>
        <translation>unchanged</translation>
    </message>
    <message>
        <source>Durée de chacune</source>
        <translation>Duration of each</translation>
    </message>
    <message>
        <source>Aucune section</source>
        <translation>No section</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>Écrivez 2:30, 40 s, 5 min ou 1:30:00.</source>
        <translation>Write 2:30, 40 s, 5 min or 1:30:00.</translation>
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
        <source>Voir les doubles entrées</source>
        <translation>See the double entries</translation>
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
    <name>SignDialog</name>
    <message>
        <source>Un nom à regarder</source>
        <translation>A name to look at</translation>
    </message>
    <message>
        <source>Vu, c’est bien</source>
        <translation>Seen, it’s fine</translation>
    </message>
    <message>
        <source>Se lit-il du fond de la salle&#x202f;? Sinon, donnez à ce label une forme courte.</source>
        <translation>Can it be read from the back of the room? If not, give this label a short form.</translation>
    </message>
</context>
<context>
    <name>SlateDialog</name>
    <message>
        <source>Image d’attente</source>
        <translation>Holding slide</translation>
    </message>
    <message>
        <source>Mettre à l’antenne</source>
        <translation>Put on air</translation>
    </message>
    <message>
        <source>Titre</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Break</translation>
    </message>
    <message>
        <source>Reprise vers</source>
        <translation>Back at around</translation>
    </message>
    <message>
        <source>14 h 30, ou rien si l’heure n’est pas connue</source>
        <translation>14:30, or nothing if the time is not known</translation>
    </message>
    <message>
        <source>Cette heure ne se lit pas&#x202f;: écrivez 14 h 30 ou 14:30.</source>
        <translation>This time cannot be read: write 14:30.</translation>
    </message>
</context>
<context>
    <name>SoundMeters</name>
    <message>
        <source>Son</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>OBS ne dit rien du son.</source>
        <translation>OBS says nothing about the sound.</translation>
    </message>
    <message>
        <source>et %1 autre</source>
        <translation>and %1 other</translation>
    </message>
    <message>
        <source>et %1 autres</source>
        <translation>and %1 others</translation>
    </message>
</context>
<context>
    <name>SpeakersList</name>
    <message>
        <source>Intervenant·es</source>
        <translation>Speakers</translation>
    </message>
</context>
<context>
    <name>SpeakersPanel</name>
    <message>
        <source>Chercher un nom ( / )</source>
        <translation>Search for a name ( / )</translation>
    </message>
    <message>
        <source>Chercher un nom</source>
        <translation>Search for a name</translation>
    </message>
    <message>
        <source>Texte libre…</source>
        <translation>Free text…</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>Deux voix</source>
        <translation>Two voices</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>Ajouter…</source>
        <translation>Add…</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Ôter le nom</source>
        <translation>Take name off</translation>
    </message>
    <message>
        <source>Suppr</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Tout retirer de l’image</source>
        <translation>Clear all overlays</translation>
    </message>
    <message>
        <source>Échap ×2</source>
        <translation>Esc ×2</translation>
    </message>
    <message>
        <source>Deux voix (%1)</source>
        <translation>Two voices (%1)</translation>
    </message>
    <message>
        <source>Personne encore&#x202f;: N ajoute quelqu’un, L écrit un texte libre.</source>
        <translation>Nobody yet: N adds someone, L writes free text.</translation>
    </message>
    <message>
        <source>Aucun nom ne correspond.</source>
        <translation>No name matches.</translation>
    </message>
    <message>
        <source>Intervenant·es · numéro puis</source>
        <translation>Speakers, number then</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Numéro tapé</source>
        <translation>Number typed</translation>
    </message>
</context>
<context>
    <name>StageActions</name>
    <message>
        <source>Coulisse</source>
        <translation>Wings</translation>
    </message>
    <message>
        <source>Palmarès et conducteur…</source>
        <translation>Awards, running order…</translation>
    </message>
    <message>
        <source>Essai des touches et de la télécommande…</source>
        <translation>Test the keys and the remote…</translation>
    </message>
    <message>
        <source>Journal du spectacle…</source>
        <translation>Log of the show…</translation>
    </message>
    <message>
        <source>Où enregistrer les images</source>
        <translation>Where to save the pictures</translation>
    </message>
    <message>
        <source>Écran de salle</source>
        <translation>Public screen</translation>
    </message>
    <message>
        <source>Fermer l’écran de salle</source>
        <translation>Close the public screen</translation>
    </message>
    <message>
        <source>Prompteur</source>
        <translation>Prompter</translation>
    </message>
    <message>
        <source>Dans une fenêtre</source>
        <translation>In a window</translation>
    </message>
    <message>
        <source>Fermer le prompteur</source>
        <translation>Close the prompter</translation>
    </message>
    <message>
        <source> · recopie la régie</source>
        <translation>, mirrors the desk</translation>
    </message>
    <message>
        <source>Numéroter les écrans</source>
        <translation>Number the screens</translation>
    </message>
    <message>
        <source>Images pour la presse…</source>
        <translation>Press pictures…</translation>
    </message>
    <message>
        <source>Arrêter la lecture</source>
        <translation>Stop playing</translation>
    </message>
    <message>
        <source>Jouer toute la cérémonie, %1 fois plus vite</source>
        <translation>Play the whole ceremony, %1 times faster</translation>
    </message>
    <message>
        <source>Reprendre la main…</source>
        <translation>Take over…</translation>
    </message>
    <message>
        <source>Rendre la carte à l’écran</source>
        <translation>Bring the card back on screen</translation>
    </message>
    <message>
        <source>Vider l’écran de salle</source>
        <translation>Clear the public screen</translation>
    </message>
    <message>
        <source>Désarmer</source>
        <translation>Disarm</translation>
    </message>
    <message>
        <source>Terminer le spectacle…</source>
        <translation>End the show…</translation>
    </message>
</context>
<context>
    <name>StageConsole</name>
    <message>
        <source>Régie plateau</source>
        <translation>Stage desk</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Le titre ou le thème a changé&#x202f;: il viendra à la prochaine ouverture de la régie.</source>
        <translation>The title or the theme has changed: it will come when this console is next opened.</translation>
    </message>
    <message>
        <source>Cette touche ne fait rien sur scène.</source>
        <translation>This key does nothing on stage.</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>le TOP d’avant n’est pas fini</source>
        <translation>the previous GO has not finished</translation>
    </message>
    <message>
        <source>vous écrivez dans un champ&#x202f;: Échap en sort</source>
        <translation>you are typing in a field: Esc leaves it</translation>
    </message>
    <message>
        <source>APPUI ÉCARTÉ</source>
        <translation>PRESS DISCARDED</translation>
    </message>
    <message>
        <source>Journal&#x202f;: écriture impossible</source>
        <translation>Log: cannot be written</translation>
    </message>
    <message>
        <source>Le choix de l’écran n’a pas pu être gardé pour un redémarrage.</source>
        <translation>The choice of screen could not be kept for a restart.</translation>
    </message>
    <message>
        <source>Le programme a redémarré pendant le spectacle, qui attend sur «&#x202f;%1&#x202f;». Vérifiez l’écran de salle, puis P reprend&#x202f;; le TOP d’après passera à la suite.</source>
        <translation>The program restarted during the show, which is waiting on “%1”. Check the public screen, then P resumes; the GO after that moves on.</translation>
    </message>
    <message>
        <source>Le programme a redémarré. Le spectacle est armé&#x202f;: le premier TOP l’ouvre.</source>
        <translation>The program restarted. The show is armed: the first GO opens it.</translation>
    </message>
    <message>
        <source>L’écran choisi n’est pas branché (%1)&#x202f;: rien ne s’affiche ailleurs, et l’image revient avec lui.</source>
        <translation>The chosen screen is not connected (%1): nothing is shown elsewhere, and the picture comes back with it.</translation>
    </message>
    <message>
        <source>Échap ne fait rien sur scène.</source>
        <translation>Esc does nothing on stage.</translation>
    </message>
    <message>
        <source>IGNORÉ</source>
        <translation>IGNORED</translation>
    </message>
    <message>
        <source>REFUSÉ</source>
        <translation>REFUSED</translation>
    </message>
    <message>
        <source>Le spectacle est armé&#x202f;: désarmez-le ou terminez-le d’abord (F10).</source>
        <translation>The show is armed: disarm it or end it first (F10).</translation>
    </message>
</context>
<context>
    <name>StageDialog</name>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
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
    <name>StageKeys</name>
    <message>
        <source>Espace</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Page suivante</source>
        <translation>Page Down</translation>
    </message>
    <message>
        <source>Page précédente</source>
        <translation>Page Up</translation>
    </message>
    <message>
        <source>Flèche gauche</source>
        <translation>Left arrow</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>StageLog</name>
    <message>
        <source>Journal du spectacle</source>
        <translation>Log of the show</translation>
    </message>
    <message>
        <source>Heure</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Ce qui s’est passé</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Détail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Poste</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Rien ne s’est encore passé sur scène.</source>
        <translation>Nothing has happened on stage yet.</translation>
    </message>
    <message>
        <source>Spectacle armé</source>
        <translation>Show armed</translation>
    </message>
    <message>
        <source>Spectacle désarmé</source>
        <translation>Show disarmed</translation>
    </message>
    <message>
        <source>Étape à l’écran</source>
        <translation>Item on screen</translation>
    </message>
    <message>
        <source>Étape suivante choisie</source>
        <translation>Next item chosen</translation>
    </message>
    <message>
        <source>Palier préparé</source>
        <translation>Gate on standby</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>Reprise</source>
        <translation>Resumed</translation>
    </message>
    <message>
        <source>Noir</source>
        <translation>Black</translation>
    </message>
    <message>
        <source>Écran vidé</source>
        <translation>Screen cleared</translation>
    </message>
    <message>
        <source>Changement tardif</source>
        <translation>Late change</translation>
    </message>
    <message>
        <source>Spectacle terminé</source>
        <translation>Show ended</translation>
    </message>
    <message>
        <source>Scène reprise par un autre poste</source>
        <translation>Stage taken over by another station</translation>
    </message>
    <message>
        <source>Appui écarté</source>
        <translation>Press discarded</translation>
    </message>
    <message>
        <source>Annonce retirée</source>
        <translation>Announcement withdrawn</translation>
    </message>
    <message>
        <source>Spectacle recommencé</source>
        <translation>Show started over</translation>
    </message>
    <message>
        <source>TOP</source>
        <translation>GO</translation>
    </message>
    <message>
        <source>retour</source>
        <translation>back</translation>
    </message>
    <message>
        <source>texte en cours de frappe</source>
        <translation>text being typed</translation>
    </message>
    <message>
        <source>le TOP d’avant n’était pas fini</source>
        <translation>the previous GO had not finished</translation>
    </message>
</context>
<context>
    <name>StageMode</name>
    <message>
        <source>PRÉPARATION</source>
        <translation>PREPARATION</translation>
    </message>
    <message>
        <source>ÉCRAN NOIR</source>
        <translation>BLACK SCREEN</translation>
    </message>
    <message>
        <source>PAUSE</source>
        <translation>HOLD</translation>
    </message>
    <message>
        <source>ÉCRAN VIDE</source>
        <translation>SCREEN CLEARED</translation>
    </message>
    <message>
        <source>ARMÉ</source>
        <translation>ARMED</translation>
    </message>
    <message>
        <source>EN DIRECT</source>
        <translation>LIVE</translation>
    </message>
</context>
<context>
    <name>StagePage</name>
    <message>
        <source>Conducteur</source>
        <translation>Running order</translation>
    </message>
    <message>
        <source>À l’écran</source>
        <translation>On screen</translation>
    </message>
    <message>
        <source>Prochain top</source>
        <translation>Next GO</translation>
    </message>
    <message>
        <source>Armer…</source>
        <translation>Arm…</translation>
    </message>
    <message>
        <source>Répéter</source>
        <translation>Rehearse</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>Noir</source>
        <translation>Black</translation>
    </message>
    <message>
        <source>Changement tardif</source>
        <translation>Late change</translation>
    </message>
    <message>
        <source>étape choisie</source>
        <translation>item chosen</translation>
    </message>
    <message>
        <source>Conducteur · %1 / %2</source>
        <translation>Running order, %1 / %2</translation>
    </message>
    <message>
        <source>noir</source>
        <translation>black</translation>
    </message>
    <message>
        <source>vide</source>
        <translation>clear</translation>
    </message>
    <message>
        <source>en direct</source>
        <translation>live</translation>
    </message>
    <message>
        <source>image tenue</source>
        <translation>image held</translation>
    </message>
    <message>
        <source>Reprendre</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Rendre l’écran</source>
        <translation>Restore screen</translation>
    </message>
    <message>
        <source>Alt, ou « voir », montre un nom à la fois.</source>
        <translation>Alt, or “peek”, shows one name at a time.</translation>
    </message>
</context>
<context>
    <name>StageTopBar</name>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Régie plateau</source>
        <translation>Stage desk</translation>
    </message>
    <message>
        <source> · révision %1</source>
        <translation>, revision %1</translation>
    </message>
    <message>
        <source>Mené par «&#x202f;%1&#x202f;»</source>
        <translation>Led by “%1”</translation>
    </message>
    <message>
        <source>%1 ordres d’une autre régie ignorés</source>
        <translation>%1 orders from another desk ignored</translation>
    </message>
    <message>
        <source>%1 ordre d’une autre régie ignoré</source>
        <translation>%1 order from another desk ignored</translation>
    </message>
</context>
<context>
    <name>Stations</name>
    <message>
        <source>ce poste</source>
        <translation>this station</translation>
    </message>
    <message>
        <source>héberge</source>
        <translation>host</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>Accueil</source>
        <translation>Reception</translation>
    </message>
    <message>
        <source>Accueil superviseur</source>
        <translation>Reception supervisor</translation>
    </message>
    <message>
        <source>Régie plateau</source>
        <translation>Stage desk</translation>
    </message>
    <message>
        <source>Régie webtv</source>
        <translation>Webtv desk</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisers</translation>
    </message>
    <message>
        <source>Seul</source>
        <translation>Alone</translation>
    </message>
    <message>
        <source>Réseau</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>ouvrez «&#xa0;Postes&#xa0;»</source>
        <translation>open “Stations”</translation>
    </message>
    <message>
        <source>L’horloge de ce poste est fausse</source>
        <translation>This station’s clock is wrong</translation>
    </message>
    <message>
        <source>L’horloge de «&#xa0;%1&#xa0;» est fausse</source>
        <translation>The clock of “%1” is wrong</translation>
    </message>
    <message>
        <source>%1 poste</source>
        <translation>%1 station</translation>
    </message>
    <message>
        <source>%1 postes</source>
        <translation>%1 stations</translation>
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
        <source>%1 passage non transmis</source>
        <translation>%1 scan not sent</translation>
    </message>
    <message>
        <source>%1 passages non transmis</source>
        <translation>%1 scans not sent</translation>
    </message>
    <message>
        <source>depuis %1</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>maintenant</source>
        <translation>now</translation>
    </message>
    <message>
        <source>il y a %1</source>
        <translation>%1 ago</translation>
    </message>
    <message>
        <source>à l’heure</source>
        <translation>on time</translation>
    </message>
    <message>
        <source>avance de %1</source>
        <translation>%1 fast</translation>
    </message>
    <message>
        <source>retarde de %1</source>
        <translation>%1 slow</translation>
    </message>
    <message>
        <source>%1 entrée</source>
        <translation>%1 entry</translation>
    </message>
    <message>
        <source>%1 entrées</source>
        <translation>%1 entries</translation>
    </message>
</context>
<context>
    <name>StationsPanel</name>
    <message>
        <source>Postes</source>
        <translation>Stations</translation>
    </message>
    <message>
        <source>Compris</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>Héberger ici à la place de l’hôte perdu</source>
        <translation>Host here in place of the lost host</translation>
    </message>
    <message>
        <source>À faire quand l’hôte ne reviendra pas. Les autres postes trouvent celui-ci d’eux-mêmes.</source>
        <translation>For when the host will not come back. The other stations find this one by themselves.</translation>
    </message>
    <message>
        <source>Si l’ancien hôte revient, il se joint à celui-ci&#x202f;: rien de ce qu’il sait n’est perdu.</source>
        <translation>If the old host comes back, it joins this one: nothing it knows is lost.</translation>
    </message>
    <message>
        <source>Héberger ici</source>
        <translation>Host here</translation>
    </message>
    <message>
        <source>Ce poste a de quoi héberger&#x202f;: le certificat et les accès de tous sont renouvelés en même temps.</source>
        <translation>This station has all it takes to host: the certificate and everybody’s access are renewed at the same time.</translation>
    </message>
    <message>
        <source>Exclure «&#xa0;%1&#xa0;»&#x202f;?</source>
        <translation>Exclude “%1”?</translation>
    </message>
    <message>
        <source>Ce poste est coupé des autres aussitôt. Ce qu’il avait transmis reste.</source>
        <translation>This station is cut off from the others at once. What it had sent stays.</translation>
    </message>
    <message>
        <source>Il peut encore travailler seul. Pour revenir, il lui faudra un nouveau lien.</source>
        <translation>It can still work alone. To come back, it will need a new link.</translation>
    </message>
    <message>
        <source>Exclure</source>
        <translation>Exclude</translation>
    </message>
    <message>
        <source>À faire si quelqu’un a pu copier ce que tient une régie&#x202f;: ordinateur volé, disque vendu. Un nouveau certificat et de nouveaux accès remplacent ceux d’avant.</source>
        <translation>Do this if somebody may have copied what a stage station holds: stolen computer, sold disk. A new certificate and new access replace the former ones.</translation>
    </message>
    <message>
        <source>Les postes en liaison les reçoivent aussitôt. Les liens déjà donnés ne servent plus.</source>
        <translation>Linked stations get them at once. Links already given no longer work.</translation>
    </message>
    <message>
        <source>Renouveler le certificat&#x202f;?</source>
        <translation>Renew the certificate?</translation>
    </message>
    <message>
        <source>Renouveler</source>
        <translation>Renew</translation>
    </message>
    <message>
        <source>Aucun poste n’est absent en ce moment.</source>
        <translation>No station is away right now.</translation>
    </message>
    <message>
        <source>Absents en ce moment, ils devront demander un nouveau lien&#x202f;: %1.</source>
        <translation>Away right now, they will have to ask for a new link: %1.</translation>
    </message>
    <message>
        <source>Aucun autre poste n’est en liaison.</source>
        <translation>No other station is connected.</translation>
    </message>
    <message>
        <source>Dépendent de ce poste en ce moment&#x202f;: %1.</source>
        <translation>Depending on this station right now: %1.</translation>
    </message>
    <message>
        <source>Chacun continue seul et garde ce qu’il fait, jusqu’à ce qu’un poste héberge de nouveau. Pour qu’un autre prenne la suite, confiez plutôt l’hébergement.</source>
        <translation>Each carries on alone and keeps what it does, until a station hosts again. For another to take over, hand over hosting instead.</translation>
    </message>
    <message>
        <source>Arrêter d’héberger&#x202f;?</source>
        <translation>Stop hosting?</translation>
    </message>
    <message>
        <source>Arrêter</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Ce poste travaillera seul, avec tout ce qu’il sait déjà. Les autres ne verront plus ses passages.</source>
        <translation>This station will work alone, with all it already knows. The others will no longer see its scans.</translation>
    </message>
    <message>
        <source>Pour revenir, il lui faudra un nouveau lien.</source>
        <translation>To come back, it will need a new link.</translation>
    </message>
    <message>
        <source>Quitter ce réseau&#x202f;?</source>
        <translation>Leave this network?</translation>
    </message>
    <message>
        <source>Quitter</source>
        <translation>Leave</translation>
    </message>
</context>
<context>
    <name>StationsTable</name>
    <message>
        <source>Postes</source>
        <translation>Stations</translation>
    </message>
    <message>
        <source>Poste</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Rôle</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Vu</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Horloge</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>Non transmis</source>
        <translation>Not sent</translation>
    </message>
</context>
<context>
    <name>StopDialog</name>
    <message>
        <source>Modifier une étape</source>
        <translation>Edit an item</translation>
    </message>
    <message>
        <source>Insérer une étape</source>
        <translation>Insert an item</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Aucune section</source>
        <translation>No section</translation>
    </message>
    <message>
        <source>Personnes</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Note, pour la scène seulement</source>
        <translation>Note, for the stage only</translation>
    </message>
    <message>
        <source>Écrivez 2:30, 40 s, 5 min ou 1:30:00.</source>
        <translation>Write 2:30, 40 s, 5 min or 1:30:00.</translation>
    </message>
    <message>
        <source>Durée</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Personnes, une par ligne</source>
        <translation>People, one per line</translation>
    </message>
    <message>
        <source>Prénom Nom, fonction</source>
        <translation>First name Last name, position</translation>
    </message>
    <message>
        <source>Titre affiché</source>
        <translation>Title shown</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Section</translation>
    </message>
</context>
<context>
    <name>StopKind</name>
    <message>
        <source>Remise</source>
        <translation>Award</translation>
    </message>
    <message>
        <source>Appel</source>
        <translation>Roll call</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Mention</translation>
    </message>
    <message>
        <source>Intervention</source>
        <translation>Speech</translation>
    </message>
    <message>
        <source>Débat</source>
        <translation>Debate</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signing</translation>
    </message>
    <message>
        <source>Vidéo</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Break</translation>
    </message>
</context>
<context>
    <name>Strength</name>
    <message>
        <source>Quatre mots sans rapport entre eux, par exemple.</source>
        <translation>Four unrelated words, for example.</translation>
    </message>
    <message>
        <source>Trop courte&#x202f;: encore %1 signe.</source>
        <translation>Too short: %1 more character.</translation>
    </message>
    <message>
        <source>Trop courte&#x202f;: encore %1 signes.</source>
        <translation>Too short: %1 more characters.</translation>
    </message>
    <message>
        <source>Facile à deviner&#x202f;: trop de signes se répètent.</source>
        <translation>Easy to guess: too many characters repeat.</translation>
    </message>
    <message>
        <source>Solide.</source>
        <translation>Strong.</translation>
    </message>
    <message>
        <source>Acceptable&#x202f;: un mot de plus la rendrait bien plus solide.</source>
        <translation>Acceptable: one more word would make it much stronger.</translation>
    </message>
</context>
<context>
    <name>SupervisorDialog</name>
    <message>
        <source>Forcer l’entrée</source>
        <translation>Force entry</translation>
    </message>
    <message>
        <source>Motif, gardé dans le journal</source>
        <translation>Reason, kept in the log</translation>
    </message>
    <message>
        <source>Écrivez le motif, ou choisissez-en un ci-dessous.</source>
        <translation>Write the reason, or choose one below.</translation>
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
    <name>TakeOverDialog</name>
    <message>
        <source>Reprendre la main</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>«&#x202f;%1&#x202f;» mène ce spectacle. Ce poste le mènera à sa place&#x202f;: les ordres que «&#x202f;%1&#x202f;» donne encore seront ignorés, et comptés ici.</source>
        <translation>“%1” is leading this show. This station will lead it instead: any orders “%1” still gives will be ignored, and counted here.</translation>
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
    <name>ThemeForm</name>
    <message>
        <source>En-tête de l’écran de salle</source>
        <translation>Public screen header</translation>
    </message>
    <message>
        <source>Vide&#x202f;: le nom du label et l’année.</source>
        <translation>Empty: the label name and the year.</translation>
    </message>
    <message>
        <source>Choisir un logo…</source>
        <translation>Choose a logo…</translation>
    </message>
    <message>
        <source>Sans logo</source>
        <translation>No logo</translation>
    </message>
    <message>
        <source>Couleurs d’origine</source>
        <translation>Original colours</translation>
    </message>
    <message>
        <source>Fond</source>
        <translation>Background</translation>
    </message>
    <message>
        <source>Noms et titres</source>
        <translation>Names and titles</translation>
    </message>
    <message>
        <source>Arobases et bord</source>
        <translation>@ and border</translation>
    </message>
    <message>
        <source>Lieu, fonctions</source>
        <translation>Place, positions</translation>
    </message>
    <message>
        <source>En-tête, progression</source>
        <translation>Header, progress</translation>
    </message>
    <message>
        <source>Marque «&#xa0;Répétition&#xa0;»</source>
        <translation>“Rehearsal” mark</translation>
    </message>
    <message>
        <source>■ comme #0C1730</source>
        <translation>■ such as #0C1730</translation>
    </message>
    <message>
        <source>Aucun logo n’est choisi.</source>
        <translation>No logo is chosen.</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.webp)</source>
        <translation>Images (*.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>Quel logo&#x202f;?</source>
        <translation>Which logo?</translation>
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
    <name>TickerDialog</name>
    <message>
        <source>Bandeau</source>
        <translation>Ticker</translation>
    </message>
    <message>
        <source>Mettre à l’antenne</source>
        <translation>Put on air</translation>
    </message>
    <message>
        <source>Texte du bandeau</source>
        <translation>Ticker text</translation>
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
        <source>Un PDF à imprimer</source>
        <translation>One PDF to print</translation>
    </message>
    <message>
        <source>Un PDF par personne</source>
        <translation>One PDF per person</translation>
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
        <source>Vous pouvez fermer cette fenêtre&#x202f;: le travail ira à son terme.</source>
        <translation>You can close this window: the work will go on to its end.</translation>
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
        <source>Une page A4 par personne, à plier en quatre, toutes dans un fichier.</source>
        <translation>One A4 page per person, to fold in four, all in one file.</translation>
    </message>
    <message>
        <source>La même page, chacune dans son fichier, à joindre à un courriel.</source>
        <translation>The same page, each in its own file, to attach to an email.</translation>
    </message>
    <message>
        <source>Le code seul, chacun dans son fichier, pour un outil d’envoi.</source>
        <translation>The code alone, each in its own file, for a mailing tool.</translation>
    </message>
    <message>
        <source>Une ligne par personne pour un publipostage&#x202f;: adresse, code, noms de l’image et du PDF. Ouvrez-le avec un tableur.</source>
        <translation>One line per person for a mail merge: address, code, image and PDF names. Open it with a spreadsheet.</translation>
    </message>
    <message>
        <source>%1 invitation dans «&#xa0;%2&#xa0;»</source>
        <translation>%1 invitation in “%2”</translation>
    </message>
    <message>
        <source>%1 invitations dans «&#xa0;%2&#xa0;»</source>
        <translation>%1 invitations in “%2”</translation>
    </message>
    <message>
        <source>Où enregistrer les invitations</source>
        <translation>Where to save the invitations</translation>
    </message>
    <message>
        <source>invitations</source>
        <translation>invitations</translation>
    </message>
</context>
<context>
    <name>TimeLine</name>
    <message>
        <source>Début</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Fin</source>
        <translation>End</translation>
    </message>
    <message>
        <source>hh:mm</source>
        <translation>hh:mm</translation>
    </message>
    <message>
        <source>%1 étape</source>
        <translation>%1 item</translation>
    </message>
    <message>
        <source>%1 étapes</source>
        <translation>%1 items</translation>
    </message>
    <message>
        <source>donnez un début et une fin</source>
        <translation>give a start and an end</translation>
    </message>
    <message>
        <source>dépasse de %1</source>
        <translation>over by %1</translation>
    </message>
    <message>
        <source>reste %1</source>
        <translation>%1 left</translation>
    </message>
</context>
<context>
    <name>TimePanel</name>
    <message>
        <source>Prévu</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Retard</source>
        <translation>Behind</translation>
    </message>
    <message>
        <source>Fin projetée</source>
        <translation>Projected end</translation>
    </message>
    <message>
        <source>Par lauréat</source>
        <translation>Per winner</translation>
    </message>
    <message>
        <source>Avance</source>
        <translation>Ahead</translation>
    </message>
    <message>
        <source>À l’heure</source>
        <translation>On time</translation>
    </message>
    <message>
        <source>les %1&#x202f;@&#x202f;: %2&#x202f;min</source>
        <translation>%1&#xa0;@: %2&#xa0;min</translation>
    </message>
    <message>
        <source>Appel groupé regagne&#x202f;: %1</source>
        <translation>A roll call would save: %1</translation>
    </message>
</context>
<context>
    <name>TopArea</name>
    <message>
        <source>Une fenêtre est ouverte devant&#x202f;: fermez-la.</source>
        <translation>A window is open in front: close it.</translation>
    </message>
    <message>
        <source>Vous écrivez dans un champ&#x202f;: Échap en sort.</source>
        <translation>You are typing in a field: Esc leaves it.</translation>
    </message>
    <message>
        <source>Le clavier est dans une autre fenêtre&#x202f;: cliquez dans la régie.</source>
        <translation>The keyboard is in another window: click in the desk.</translation>
    </message>
    <message>
        <source>TOP inactif</source>
        <translation>GO inactive</translation>
    </message>
    <message>
        <source>TOP</source>
        <translation>GO</translation>
    </message>
    <message>
        <source>PALIER</source>
        <translation>GATE</translation>
    </message>
    <message>
        <source>S pour préparer, puis TOP</source>
        <translation>S for standby, then GO</translation>
    </message>
    <message>
        <source>PAUSE</source>
        <translation>HOLD</translation>
    </message>
    <message>
        <source>P reprend&#x202f;; d’ici là, TOP n’agit pas</source>
        <translation>P resumes; until then, GO does nothing</translation>
    </message>
    <message>
        <source>NOIR</source>
        <translation>BLACK</translation>
    </message>
    <message>
        <source>F12 rend l’écran, puis TOP</source>
        <translation>F12 restores the screen, then GO</translation>
    </message>
    <message>
        <source>FIN</source>
        <translation>END</translation>
    </message>
    <message>
        <source>dernière étape passée&#x202f;: Menu, Terminer</source>
        <translation>last item played: Menu, End the show</translation>
    </message>
    <message>
        <source>PAS ARMÉ</source>
        <translation>NOT ARMED</translation>
    </message>
    <message>
        <source>« Armer… » vérifie tout d’abord</source>
        <translation>“Arm…” checks everything first</translation>
    </message>
    <message>
        <source>étape choisie · Échap annule</source>
        <translation>item chosen, Esc cancels</translation>
    </message>
    <message>
        <source>palier préparé · Espace ou télécommande</source>
        <translation>gate on standby, Space or remote</translation>
    </message>
    <message>
        <source>armé · Espace ou télécommande</source>
        <translation>armed, Space or remote</translation>
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
    <name>TotalsDialog</name>
    <message>
        <source>Totaux annoncés</source>
        <translation>Announced totals</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Ce que le communiqué annonce. Laissez vide ce qu’il ne dit pas.</source>
        <translation>What the press release announces. Leave blank what it does not say.</translation>
    </message>
    <message>
        <source>%1 au palmarès</source>
        <translation>%1 in the awards list</translation>
    </message>
</context>
<context>
    <name>TotalsTable</name>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Compté</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Annoncé</source>
        <translation>Announced</translation>
    </message>
    <message>
        <source>Écart</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Totaux comptés et annoncés</source>
        <translation>Totals counted and announced</translation>
    </message>
    <message>
        <source>juste</source>
        <translation>correct</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Phrase de passe, ou clé de secours</source>
        <translation>Passphrase or recovery key</translation>
    </message>
    <message>
        <source>Sa phrase de passe l’ouvre sur ce poste, jusqu’à la fermeture du programme.</source>
        <translation>Its passphrase opens it on this station until the program is closed.</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Ouverture du palmarès…</source>
        <translation>Opening the awards list…</translation>
    </message>
    <message>
        <source>Le palmarès est scellé</source>
        <translation>The awards list is sealed</translation>
    </message>
    <message>
        <source>Le palmarès ne s’ouvre pas</source>
        <translation>The awards list does not open</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>UnsealDialog</name>
    <message>
        <source>Lever le scellé&#x202f;?</source>
        <translation>Lift the seal?</translation>
    </message>
    <message>
        <source>Lever le scellé</source>
        <translation>Lift the seal</translation>
    </message>
    <message>
        <source>Le palmarès sera de nouveau en clair sur ce poste&#x202f;: qui ouvre ce dossier le lit. Scellez-le avant le jour. La clé de secours imprimée ne vaudra plus rien.</source>
        <translation>The awards list will be unsealed again on this station: anyone who opens this folder can read it. Seal it before the day. The printed recovery key will no longer be of any use.</translation>
    </message>
    <message>
        <source>Phrase de passe, ou clé de secours</source>
        <translation>Passphrase or recovery key</translation>
    </message>
    <message>
        <source>Un instant… C’est lent exprès.</source>
        <translation>One moment… It is slow on purpose.</translation>
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
        <source>Ouverture de l’édition…</source>
        <translation>Opening the edition…</translation>
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
    <name>VerifiedDialog</name>
    <message>
        <source>Marquer comme vérifié</source>
        <translation>Mark as checked</translation>
    </message>
    <message>
        <source>Note, facultative, gardée dans le journal</source>
        <translation>Note, optional, kept in the log</translation>
    </message>
    <message>
        <source>et %1 autres</source>
        <translation>and %1 others</translation>
    </message>
</context>
<context>
    <name>WebtvActions</name>
    <message>
        <source>Texte libre</source>
        <translation>Free text</translation>
    </message>
    <message>
        <source>Mettre à l’antenne</source>
        <translation>Put on air</translation>
    </message>
    <message>
        <source>Ajouter à la liste</source>
        <translation>Add to the list</translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Chapitres enregistrés dans « %1 ».</source>
        <translation>Chapters saved in “%1”.</translation>
    </message>
    <message>
        <source>Connexion à OBS…</source>
        <translation>Connection to OBS…</translation>
    </message>
    <message>
        <source>Préparer OBS…</source>
        <translation>Set up OBS…</translation>
    </message>
    <message>
        <source>Scènes d’OBS…</source>
        <translation>OBS scenes…</translation>
    </message>
    <message>
        <source>Diffusion et enregistrement…</source>
        <translation>Streaming and recording…</translation>
    </message>
    <message>
        <source>Journal de l’habillage…</source>
        <translation>Overlay log…</translation>
    </message>
    <message>
        <source>Touches</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Exporter les chapitres</source>
        <translation>Export chapters</translation>
    </message>
    <message>
        <source>Texte pour YouTube…</source>
        <translation>Text for YouTube…</translation>
    </message>
    <message>
        <source>Tableau (CSV)…</source>
        <translation>Table (CSV)…</translation>
    </message>
    <message>
        <source>Liste de découpe par collectivité (CSV)…</source>
        <translation>Cut list by authority (CSV)…</translation>
    </message>
    <message>
        <source>Scènes d’OBS enregistrées.</source>
        <translation>OBS scenes saved.</translation>
    </message>
</context>
<context>
    <name>WebtvConsole</name>
    <message>
        <source>Régie webtv</source>
        <translation>Webtv desk</translation>
    </message>
    <message>
        <source>Repère posé.</source>
        <translation>Marker set.</translation>
    </message>
    <message>
        <source>Aucun nom n’a ce numéro.</source>
        <translation>No name has this number.</translation>
    </message>
    <message>
        <source>Tout est retiré de l’image.</source>
        <translation>All overlays are cleared.</translation>
    </message>
    <message>
        <source>Tout est retiré de l’image. Le palmarès ne suit plus la scène&#x202f;: F6 le fait suivre.</source>
        <translation>All overlays are cleared. The awards list no longer follows the stage: F6 makes it follow.</translation>
    </message>
    <message>
        <source>Échap encore une fois retire tout de l’image.</source>
        <translation>Esc once more clears all overlays.</translation>
    </message>
    <message>
        <source>Noms, repères et palmarès continuent.</source>
        <translation>Names, markers and awards list carry on.</translation>
    </message>
    <message>
        <source>OBS diffuse ou enregistre&#x202f;: fermez encore une fois pour laisser l’habillage.</source>
        <translation>OBS is streaming or recording: close once more to leave the overlays.</translation>
    </message>
</context>
<context>
    <name>WebtvLamps</name>
    <message>
        <source>Pertes&#x202f;?</source>
        <translation>Drops?</translation>
    </message>
    <message>
        <source>CPU&#x202f;?</source>
        <translation>CPU?</translation>
    </message>
    <message>
        <source>Disque&#x202f;?</source>
        <translation>Disk?</translation>
    </message>
    <message>
        <source>Pertes %1&#xa0;%</source>
        <translation>Drops %1%</translation>
    </message>
    <message>
        <source>CPU %1&#xa0;%</source>
        <translation>CPU %1%</translation>
    </message>
    <message>
        <source>Disque %1&#xa0;Go</source>
        <translation>Disk %1&#xa0;GB</translation>
    </message>
    <message>
        <source>OBS %1</source>
        <translation>OBS %1</translation>
    </message>
    <message>
        <source>%1 occupé</source>
        <translation>%1 busy</translation>
    </message>
    <message>
        <source>OBS non relié</source>
        <translation>OBS not connected</translation>
    </message>
    <message>
        <source>OBS&#x202f;: connexion</source>
        <translation>OBS: connecting</translation>
    </message>
    <message>
        <source>OBS&#x202f;: mot de passe</source>
        <translation>OBS: password</translation>
    </message>
    <message>
        <source>OBS refuse</source>
        <translation>OBS refuses</translation>
    </message>
    <message>
        <source>OBS trop ancien</source>
        <translation>OBS too old</translation>
    </message>
    <message>
        <source>OBS absent</source>
        <translation>OBS absent</translation>
    </message>
    <message>
        <source>Son</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>%2 sature</source>
        <translation>%2 clipping</translation>
    </message>
    <message>
        <source>%2 muet %1</source>
        <translation>%2 silent %1</translation>
    </message>
    <message>
        <source>%2 coupé %1</source>
        <translation>%2 muted %1</translation>
    </message>
    <message>
        <source>Aucun son %1</source>
        <translation>No sound %1</translation>
    </message>
    <message>
        <source>Son&#x202f;?</source>
        <translation>Sound?</translation>
    </message>
</context>
<context>
    <name>WebtvTopBar</name>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Régie webtv</source>
        <translation>Webtv desk</translation>
    </message>
    <message>
        <source>DIFFUSION</source>
        <translation>STREAMING</translation>
    </message>
    <message>
        <source>HORS DIFFUSION</source>
        <translation>NOT STREAMING</translation>
    </message>
    <message>
        <source>RECONNEXION</source>
        <translation>RECONNECTING</translation>
    </message>
    <message>
        <source>ENREG.</source>
        <translation>REC</translation>
    </message>
    <message>
        <source>SANS ENREG.</source>
        <translation>NO REC</translation>
    </message>
    <message>
        <source>PAUSE</source>
        <translation>PAUSED</translation>
    </message>
</context>
<context>
    <name>WingsWindow</name>
    <message>
        <source>Coulisse</source>
        <translation>Wings</translation>
    </message>
    <message>
        <source>Liste à imprimer…</source>
        <translation>List to print…</translation>
    </message>
    <message>
        <source>● Liste écrite&#x202f;: %1</source>
        <translation>● List written: %1</translation>
    </message>
    <message>
        <source>À faire patienter, dans cet ordre</source>
        <translation>To be kept waiting, in this order</translation>
    </message>
    <message>
        <source>Personne à faire patienter pour l’instant.</source>
        <translation>Nobody to keep waiting for now.</translation>
    </message>
    <message>
        <source>Où enregistrer la liste</source>
        <translation>Where to save the list</translation>
    </message>
    <message>
        <source>coulisse</source>
        <translation>wings</translation>
    </message>
</context>
<context>
    <name>WorkBand</name>
    <message>
        <source>Travail en cours</source>
        <translation>Working</translation>
    </message>
    <message>
        <source>Ouvrir le dossier</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Arrêter</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Arrêté avant la fin. Ce qui était déjà fait l’est.</source>
        <translation>Stopped before the end. What was already done is done.</translation>
    </message>
    <message>
        <source>Le dossier ne s’ouvre pas d’ici&#x202f;: cherchez «&#xa0;%1&#xa0;» dans vos fichiers.</source>
        <translation>The folder does not open from here: look for “%1” among your files.</translation>
    </message>
</context>
<context>
    <name>WrittenNamesPage</name>
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
    <name>ZonesForm</name>
    <message>
        <source>+ Ajouter un contrôle</source>
        <translation>+ Add a checkpoint</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Ouvre</source>
        <translation>Opens</translation>
    </message>
    <message>
        <source>Ferme</source>
        <translation>Closes</translation>
    </message>
    <message>
        <source>Jauge</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Assemblée</source>
        <translation>Assembly</translation>
    </message>
</context>
<context>
    <name>_CameOut</name>
    <message>
        <source>Comptez-les avant de répondre&#x202f;: ceux qui sont notés ne seront plus proposés.</source>
        <translation>Count them before you answer: those noted will not be offered again.</translation>
    </message>
    <message>
        <source>Oui, tous sortis</source>
        <translation>Yes, all came out</translation>
    </message>
    <message>
        <source>Non</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Le badge est-il sorti&#x202f;?</source>
        <translation>Did the badge come out?</translation>
    </message>
    <message>
        <source>Les %1 badges sont-ils sortis&#x202f;?</source>
        <translation>Did the %1 badges come out?</translation>
    </message>
</context>
<context>
    <name>_ColorRow</name>
    <message>
        <source>Choisir la couleur&#x202f;: %1</source>
        <translation>Choose the colour: %1</translation>
    </message>
    <message>
        <source>■ comme #0C1730</source>
        <translation>■ such as #0C1730</translation>
    </message>
    <message>
        <source>● lisible, %1&#x202f;: 1</source>
        <translation>● readable, %1:1</translation>
    </message>
    <message>
        <source>■ se lit mal, %1&#x202f;: 1</source>
        <translation>■ hard to read, %1:1</translation>
    </message>
</context>
<context>
    <name>_Contents</name>
    <message>
        <source>%1, la dernière %2</source>
        <translation>%1, the last %2</translation>
    </message>
    <message>
        <source>chiffrée</source>
        <translation>encrypted</translation>
    </message>
    <message>
        <source>sans phrase de passe</source>
        <translation>without passphrase</translation>
    </message>
    <message>
        <source>faite %1</source>
        <translation>made %1</translation>
    </message>
    <message>
        <source>Date et lieu</source>
        <translation>Date and place</translation>
    </message>
    <message>
        <source>Personnes</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>%1 entrée</source>
        <translation>%1 entry</translation>
    </message>
    <message>
        <source>%1 entrées</source>
        <translation>%1 entries</translation>
    </message>
    <message>
        <source>Postes</source>
        <translation>Stations</translation>
    </message>
    <message>
        <source>Palmarès</source>
        <translation>Awards list</translation>
    </message>
    <message>
        <source>Sauvegarde</source>
        <translation>Backup</translation>
    </message>
</context>
<context>
    <name>_Delegate</name>
    <message>
        <source>antenne</source>
        <translation>on air</translation>
    </message>
    <message>
        <source>encore %1&#xa0;s</source>
        <translation>%1&#xa0;s left</translation>
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
    <name>_ErasureDialog</name>
    <message>
        <source>Effacer</source>
        <translation>Erase</translation>
    </message>
    <message>
        <source>Effacement, puis recherche de chaque nom dans chaque fichier. N’éteignez pas ce poste…</source>
        <translation>Erasing, then searching every file for every name. Do not switch this station off…</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
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
    <name>_Preview</name>
    <message>
        <source>Aperçu de l’écran de salle</source>
        <translation>Public screen preview</translation>
    </message>
    <message>
        <source>progresse de 3 à 4 arobases</source>
        <translation>up from 3 to 4 @</translation>
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
    <name>_Row</name>
    <message>
        <source>Règles…</source>
        <translation>Rules…</translation>
    </message>
    <message>
        <source>Règles de l’assemblée</source>
        <translation>Rules of the assembly</translation>
    </message>
    <message>
        <source>Retirer ce contrôle</source>
        <translation>Remove this checkpoint</translation>
    </message>
    <message>
        <source>Cérémonie, déjeuner, atelier…</source>
        <translation>Ceremony, lunch, workshop…</translation>
    </message>
    <message>
        <source>ex. 9:30</source>
        <translation>e.g. 9:30</translation>
    </message>
    <message>
        <source>sans</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Nom du contrôle</source>
        <translation>Checkpoint name</translation>
    </message>
    <message>
        <source>Règle d’entrée</source>
        <translation>Entry rule</translation>
    </message>
    <message>
        <source>Ouvre à</source>
        <translation>Opens at</translation>
    </message>
    <message>
        <source>Ferme à</source>
        <translation>Closes at</translation>
    </message>
    <message>
        <source>Jauge</source>
        <translation>People limit</translation>
    </message>
    <message>
        <source>Assemblée qui vote</source>
        <translation>Voting assembly</translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source>à l’antenne</source>
        <translation>on air</translation>
    </message>
</context>
<context>
    <name>_Sheet</name>
    <message>
        <source>Planche des badges les plus difficiles</source>
        <translation>Sheet of the most difficult badges</translation>
    </message>
</context>
<context>
    <name>_Waiting</name>
    <message>
        <source>appel groupé&#x202f;: %1 ensemble</source>
        <translation>roll call: %1 together</translation>
    </message>
    <message>
        <source>dans la salle</source>
        <translation>in the room</translation>
    </message>
    <message>
        <source>pas encore là</source>
        <translation>not here yet</translation>
    </message>
    <message>
        <source>personne d’inscrit</source>
        <translation>nobody registered</translation>
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
