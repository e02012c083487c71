"""What is said in four languages at once, to whoever comes by."""

from __future__ import annotations

INVITATION = (
    "Touch the screen or press any key",
    "Коснитесь экрана или нажмите любую клавишу",
    "画面に触れるか、いずれかのキーを押してください",
    "请触摸屏幕或按任意键",
)
"""English, Russian, Japanese, Chinese; always all of them, whatever is read."""

ONE_MOMENT = (
    "One moment, please.",
    "Одну минуту, пожалуйста.",
    "少々お待ちください。",
    "请稍候。",
)

OUT_OF_USE = (
    "This station is out of use for the moment.",
    "Этот киоск временно не работает.",
    "この端末は現在ご利用いただけません。",
    "本设备暂停使用。",
)
