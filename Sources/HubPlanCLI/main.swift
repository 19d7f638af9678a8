print("hubplan")
