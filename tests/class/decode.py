"""Reads the QR code in each picture that is named, by two decoders: a JSON list of what each said."""

import json
import sys

import cv2
import zxingcpp

told = []
for name in sys.argv[1:]:
    picture = cv2.imread(name, cv2.IMREAD_GRAYSCALE)
    found = zxingcpp.read_barcodes(picture)
    opencv, _, _ = cv2.QRCodeDetector().detectAndDecode(picture)
    told.append({"zxing": [one.text for one in found], "opencv": opencv})
json.dump(told, sys.stdout)
