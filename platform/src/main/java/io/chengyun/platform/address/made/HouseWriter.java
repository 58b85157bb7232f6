package io.chengyun.platform.address.made;

/** Writes road and number, place, house, floor and room (虚构门牌), the many ways they are written. */
final class HouseWriter {

    private static final String[] NUMERALS = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

    private final Words words;
    private final Names names;

    HouseWriter(Words words, Names names) {
        this.words = words;
        this.names = names;
    }

    void writeRoad(Draft draft) {
        var road = names.road();
        draft.add("road", road);
        if (words.chance(1)) {
            draft.add("redundant", road);
        }
        if (words.chance(4)) {
            draft.add("assist", words.chance(80) ? "与" : "和").add("subroad", names.road());
            draft.add("assist", words.chance(60) ? "交叉口" : words.chance(50) ? "交汇处" : "路口");
            return;
        }
        if (words.chance(5)) {
            draft.add(
                    "subroad",
                    words.chance(30) ? words.any("toward") + "段" : words.number(400) + (words.chance(75) ? "弄" : "巷"));
            if (words.chance(60)) {
                draft.add("subroadno", words.number(200) + "号");
            }
            return;
        }
        if (words.chance(75)) {
            draft.add("roadno", roadNumber());
        }
        if (words.chance(4)) {
            draft.add("assist", words.any("assist"));
        }
    }

    String roadNumber() {
        int way = words.number(100);
        var number = "" + words.number(words.chance(60) ? 300 : 2500);
        if (way < 80) {
            return number + "号";
        }
        if (way < 88) {
            return number;
        }
        if (way < 92) {
            return number + (words.chance(80) ? "弄" : "巷");
        }
        if (way < 97) {
            return number
                    + (words.chance(85) ? "-" : "、")
                    + words.number(words.chance(50) ? 30 : 2500)
                    + (words.chance(75) ? "号" : "");
        }
        return numeral() + "号";
    }

    private String numeral() {
        return NUMERALS[words.number(10) - 1];
    }

    void writePlace(Draft draft) {
        draft.add("poi", names.place());
        if (words.chance(19)) {
            draft.add("subpoi", words.chance(72) ? words.any("part") : names.place());
        }
        if (words.chance(4)) {
            draft.add("assist", words.any("assist"));
            return;
        }
        if (words.chance(52)) {
            writeRooms(draft, true);
        }
    }

    /** House, entrance, floor, room. */
    void writeRooms(Draft draft, boolean place) {
        boolean house = words.chance(place ? 70 : 50);
        if (house && words.chance(place ? 26 : 12)) {
            dashed(draft);
            return;
        }
        if (house) {
            draft.add("houseno", house());
            if (words.chance(32)) {
                draft.add(
                        "cellno",
                        words.chance(80) ? number(12) + "单元" : words.chance(60) ? number(12) : number(20) + "号");
            }
        }
        boolean floor = words.chance(house ? 18 : 50);
        if (floor) {
            draft.add("floorno", (words.chance(3) ? "负" : "") + number(30) + (words.chance(90) ? "楼" : "层"));
        }
        if (words.chance(floor ? 35 : 65)) {
            separate(draft);
            draft.add("roomno", room());
        }
        if (words.chance(floor ? 22 : 4)) {
            draft.add("person", words.chance(70) ? words.any("person") : names.firm());
        } else if (words.chance(4)) {
            draft.add("subpoi", words.chance(50) ? words.any("part") : names.firm());
        }
    }

    /** A dash or a blank that means nothing, now and then. */
    private void separate(Draft draft) {
        if (words.chance(8)) {
            draft.add("redundant", words.chance(70) ? "-" : words.chance(50) ? "_" : " ");
        }
    }

    private String number(int most) {
        return words.chance(70) ? "" + words.number(most) : numeral();
    }

    private String house() {
        int way = words.number(100);
        if (way < 62) {
            return number(200) + (words.chance(55) ? "幢" : "栋");
        }
        if (way < 72) {
            return number(200) + "号楼";
        }
        if (way < 80) {
            return words.number(300) + "号";
        }
        var letter = Character.toString("ABCDEFab".charAt(words.number(8) - 1));
        return way < 92 ? letter + (words.chance(50) ? "座" : words.chance(60) ? "栋" : "幢") : letter + words.number(20);
    }

    private String room() {
        int floor = words.number(28);
        var number = floor + "0" + words.number(9);
        int way = words.number(100);
        if (way < 66) {
            return words.chance(70) ? number : "" + words.number(3000);
        }
        if (way < 86) {
            return number + "室";
        }
        return way < 94 ? words.number(400) + "号" : "ABCDEF".charAt(words.number(6) - 1) + number;
    }

    /** 12-3-401, as people write it who live there. */
    private void dashed(Draft draft) {
        var dash = words.chance(88) ? "-" : "_";
        draft.add("houseno", words.number(150) + (words.chance(10) ? "幢" : "")).add("redundant", dash);
        if (words.chance(60)) {
            draft.add("cellno", "" + words.number(12)).add("redundant", dash);
        }
        draft.add("roomno", room());
    }
}
