"""The colour of each category on the light and the dark grounds, with a contrast of 4.5 or more
(WCAG 2.2).
"""

from __future__ import annotations

LIGHT = {
    "diplomacy": "#1d4ed8",
    "visit": "#0e7490",
    "treaty": "#6d28d9",
    "multilateral": "#4338ca",
    "economy": "#92400e",
    "energy": "#ad4e08",
    "transport": "#475569",
    "space": "#7e22ce",
    "defence": "#4d5d0b",
    "security": "#57534e",
    "culture": "#be185d",
    "education": "#137a39",
    "science": "#0f766e",
    "health": "#b91c1c",
    "sport": "#c2410c",
}
DARK = {
    "diplomacy": "#93c5fd",
    "visit": "#67e8f9",
    "treaty": "#c4b5fd",
    "multilateral": "#a5b4fc",
    "economy": "#fcd34d",
    "energy": "#fbbf24",
    "transport": "#cbd5e1",
    "space": "#d8b4fe",
    "defence": "#bef264",
    "security": "#d6d3d1",
    "culture": "#f9a8d4",
    "education": "#86efac",
    "science": "#5eead4",
    "health": "#fca5a5",
    "sport": "#fdba74",
}
