"""Renews the pictures of the guide: plays the tour of the demo edition and keeps those that the pages show.

python3 docs/pictures.py
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
IMAGES = HERE / "images"
START = HERE.parent / "start.py"

CHOSEN = {
    "accueil-pret": "accueil-pret-1366",
    "accueil-admis": "accueil-admis-1366",
    "accueil-attention": "accueil-attention-1366",
    "accueil-deja-entre": "accueil-deja-entre-1366",
    "accueil-inconnu": "accueil-inconnu-1366",
    "accueil-pas-encore-recu": "accueil-pas-encore-recu-1366",
    "accueil-non-valable": "accueil-non-valable-1366",
    "accueil-annule": "accueil-annule-1366",
    "accueil-non-confirme": "accueil-non-confirme-1366",
    "accueil-autre-lieu": "accueil-autre-lieu-1366",
    "accueil-recherche": "accueil-recherche-1366",
    "accueil-recherche-vide": "accueil-recherche-vide-1366",
    "borne-pret": "borne-pret-1366",
    "borne-admis": "borne-admis-1366",
    "dialogue-ajouter": "dialogue-ajouter-1366",
    "dialogue-remplacer": "dialogue-remplacer-1366",
    "dialogue-forcer": "dialogue-forcer-1366",
    "dialogue-fiche": "dialogue-fiche-1366",
    "dialogue-delegation": "dialogue-delegation-1366",
    "dialogue-poste": "dialogue-poste-1366",
    "dialogue-douchette": "dialogue-douchette-1366",
    "dialogue-aide": "dialogue-aide-1366",
    "dialogue-import": "dialogue-import-choisir-1366",
    "dialogue-nouvelle-edition": "dialogue-nouvelle-edition-1366",
    "dialogue-billets": "dialogue-billets-1366",
    "badge": "badge-1-576",
    "badge-58": "badge-2-384",
    "reglages-imprimantes": "reglages-imprimantes-1366",
    "dialogue-badges-a-imprimer": "dialogue-badges-a-imprimer-1366",
    "dialogue-badges-d-avance": "dialogue-badges-d-avance-1366",
    "accueil-question": "accueil-question-1366",
    "imprimantes": "imprimantes-panne-1366",
    "modeles-badge": "modeles-badge-1366",
    "scene-preparation": "scene-preparation-1366",
    "scene-controle": "scene-controle-1366",
    "scene-repetition": "scene-repetition-1366",
    "scene-direct": "scene-direct-1366",
    "scene-palier": "scene-palier-1366",
    "scene-palier-prepare": "scene-palier-prepare-1366",
    "scene-pause": "scene-pause-1366",
    "scene-noir": "scene-noir-1366",
    "scene-changement": "scene-changement-1366",
    "scene-redemarrage": "scene-redemarrage-1366",
    "ecran-de-salle": "ecran-de-salle-1366",
    "prompteur": "prompteur-1366",
    "coulisse": "coulisse-1366",
    "webtv-direct": "webtv-direct-1366",
    "webtv-sans-obs": "webtv-sans-obs-1366",
    "webtv-preparer-obs": "webtv-preparer-obs-1366",
    "webtv-touches": "webtv-touches-1366",
    "webtv-scenes": "webtv-scenes-1366",
    "postes-hote": "postes-hote-1366",
    "postes-inviter": "postes-inviter-1366",
    "postes-rejoindre": "postes-rejoindre-1366",
    "doubles-entrees": "doubles-entrees-1366",
    "assemblee": "assemblee-1366",
    "papier-saisie": "papier-saisie-1366",
    "preparation-pret": "preparation-a-voir-1366",
    "preparation-edition": "preparation-edition-1366",
    "preparation-participants": "preparation-participants-1366",
    "preparation-collectivites": "preparation-collectivites-1366",
    "preparation-invitations": "preparation-invitations-1366",
    "preparation-secrets": "preparation-secrets-1366",
    "preparation-papier": "preparation-papier-1366",
    "preparation-apres": "preparation-apres-1366",
    "preparation-effacement": "preparation-effacement-1366",
    "invitation": "invitation-1366",
    "papier-liste": "papier-liste-1366",
    "papier-emargement": "papier-emargement-1366",
    "rapport": "rapport-1366",
    "fiche-region": "fiche-region-1366",
    "attestation": "attestation-1366",
}
"""Picture of the guide -> picture of the tour (``vi_events/ui/tour``), both without « .png »."""


def main() -> int:
    """Plays the tour and copies; 1 when the tour fails or a picture is missing, and nothing is copied then."""
    with tempfile.TemporaryDirectory() as folder:
        tour = subprocess.run([sys.executable, str(START), "cli", "demo", "--tour", folder], check=False)
        if tour.returncode:
            print(f"The tour failed (code {tour.returncode}): the pictures are left as they were.", file=sys.stderr)
            return 1
        missing = [name for name in CHOSEN.values() if not (Path(folder) / f"{name}.png").is_file()]
        if missing:
            print("The tour did not make: " + ", ".join(missing), file=sys.stderr)
            return 1
        IMAGES.mkdir(exist_ok=True)
        for target, source in CHOSEN.items():
            shutil.copyfile(Path(folder) / f"{source}.png", IMAGES / f"{target}.png")
    print(f"{len(CHOSEN)} pictures in {IMAGES}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
