package org.guiyi.identifier;

/** The kinds of document a number can stand on. */
public enum DocumentType {
    /** 公民身份号码, GB 11643-1999. */
    RESIDENT_ID,
    /** 港澳台居民居住证: region part 810000, 820000 or 830000. */
    HMT_RESIDENCE,
    /** 外国人永久居留身份证, the 18 digits of 2023 or the 3 letters and 12 digits before. */
    FOREIGNER_RESIDENCE,
    /** 全国学籍号. */
    STUDENT_NUMBER,
    /** 残疾人证. */
    DISABILITY_CERTIFICATE,
    /** 出生医学证明. */
    BIRTH_CERTIFICATE,
    /** 护照. */
    PASSPORT,
    /** 港澳居民来往内地通行证. */
    HMT_PERMIT,
    /** 台湾居民来往大陆通行证. */
    TAIWAN_PERMIT,
    /** A number of a form we don't know. */
    OTHER,
    /** No document. */
    NONE
}
