"""Family names of those who say them first, in Latin letters: whoever begins with one may go by another word of it.

Vietnamese, Chinese, Korean, Japanese and Hungarian; the commonest of each, without the marks over their letters. In
their own scripts such names need no list.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_VIETNAMESE: Final = """
    nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh truong dao doan mai trinh lam ha luu
    quach ta thai chau luong vuong cao tong to kieu lai nghiem phung tang thach ton trieu tu van vi
"""
_CHINESE: Final = """
    wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang
    deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao cui
    zhong tan fan jin shi liao jia xia fu fang zou xiong bai meng qin qiu hou yin xue yan lei long tao mao hao gong
    shao wan qian chan cheung wong leung lau kwok ng chow yeung tsang tse chiu tsai hsu hsieh chang kuo yip fung
    yuen tam kwan mok szeto lui poon choi lim goh ong chua teo koh yap ang sim toh low seah quek heng ouyang sima
    zhuge
"""
_KOREAN: Final = """
    kim lee park choi jeong jung chung kang cho yoon yun jang im oh seo suh shin kwon hwang ahn an ryu yoo hong jeon
    ko moon son bae baek paik heo hur nam shim noh roh kwak sung cha joo woo koo min na ji um chae won bang byun pyo
    namgung
"""
_JAPANESE: Final = """
    sato suzuki takahashi tanaka watanabe ito itoh yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi
    matsumoto inoue kimura hayashi saito shimizu yamazaki yamasaki mori abe ikeda hashimoto ishikawa yamashita ogawa
    ishii hasegawa goto okada kondo maeda fujita endo aoki sakamoto murakami ota kaneko fujii fukuda nishimura miura
    takeuchi nakajima okamoto matsuda harada nakagawa fujiwara ono tamura takeda ueda nakayama kudo morita sugiyama
    uchida ueno hara shibata sakai yokoyama miyazaki miyamoto kojima takagi ando taniguchi imai kono maruyama
    sugawara otsuka murata takada arai hirano hirata matsui noguchi kikuchi nomura sano kubo honda oshima nagai
    nishida kawasaki kawaguchi
"""
_HUNGARIAN: Final = """
    nagy kovacs toth szabo horvath varga kiss kis molnar nemeth farkas balogh balog papp pap takacs juhasz lakatos
    meszaros olah racz fekete szilagyi torok feher gal szucs kocsis pinter fodor orsos szalai sipos magyar lukacs
    gulyas biro kiraly katona jakab bogdan boros fazekas somogyi varadi fulop orosz vincze veres hegedus deak budai
    szoke voros vass bognar lengyel bodnar hajdu halasz szekely gaspar kozma pasztor bakos dudas orban
"""
_KNOWN: Final = frozenset(f"{_VIETNAMESE}{_CHINESE}{_KOREAN}{_JAPANESE}{_HUNGARIAN}".split())


def is_family_first(word: str) -> bool:
    """Say whether the first word of a name is a family name where those come first."""
    apart = unicodedata.normalize("NFD", word.casefold().replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter)) in _KNOWN
