# SPDX-License-Identifier: GPL-2.0-or-later
"""The interactive page in a real browser: html.py RHUMB PAGE [TEST …]. Each claim is a test.

Input is real: the pointer and the keys are those of the browser's driver. Nothing is waited for by
the clock, only by what the page says of itself.
"""
import sys
import unittest

sys.dont_write_bytecode = True # the source stays as it is
from on_founding_page import OnFoundingPage
from on_other_papers import OnOtherPapers
from pages import BROWSER, WORK

if __name__ == "__main__":
    try:
        unittest.main(argv=sys.argv[:1] + sys.argv[3:])
    finally:
        BROWSER.driver.quit()
        WORK.cleanup()
